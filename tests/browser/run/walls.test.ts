/**
 * What a program can reach is its own interpreter: not the page, its storage, its channels, other cells or other origins.
 * The deck is served without a policy in its headers, as GitHub Pages and its like serve it.
 */
import { runInNewContext } from 'node:vm'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { liveCell, slide, useDeck } from '../deck.ts'

const deck = useDeck()

/** Runs code in both workers, the one that has run and the spare, past Python: as if a program had found a way. */
async function insideWorkers(page: Page): Promise<(code: string) => Promise<unknown[]>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const workers: string[] = []
  let calls = 0
  const waiting = new Map<number, (value: unknown) => void>()
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && workers.push(sessionId))
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number, result: { result: { value: unknown } } }
    waiting.get(id)?.(result?.result?.value)
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  await expect.poll(() => workers.length).toBe(2)
  const inside = (expression: string) => Promise.all(workers.map(sessionId => new Promise((resolve) => {
    waiting.set(++calls, resolve)
    const message = JSON.stringify({ id: calls, method: 'Runtime.evaluate', params: { expression, returnByValue: true, awaitPromise: true } })
    void session.send('Target.sendMessageToTarget', { sessionId, message })
  })))
  await expect.poll(() => inside('typeof fetch')).toEqual(['undefined', 'undefined']) // the spare has loaded, too
  return inside
}

test('each way out that Python has a name for ends in a sentence', async () => {
  const page = await deck.open(`${slide.streams}`)
  const cell = liveCell(page)
  await cell.write(`import importlib
for name in "js", "pyodide_js", "pyodide.code", "pyodide.ffi", "pyodide.http", "_pyodide_core":
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(error)
from lab import host
try:
    host._bridge.now.constructor("return fetch('/reached')")()
except Exception as error:
    print(error)`)
  await cell.press('Run')
  await cell.over(60)
  const lines = (await cell.output.innerText()).trim().split('\n').filter(line => line.includes('a program') || line.includes('A program'))
  expect(lines).toHaveLength(7)
  for (const line of lines.slice(0, 6)) expect(line).toMatch(/^No module named '\w+': a program has its own interpreter, and no way to the page or the machine that runs it$/)
  expect(lines[6]).toContain('A program has its own interpreter and nothing else of its host: it cannot make JavaScript of text.')
})

/** Ways out of a worker, each with a harmless request; what they come to is a text. */
const ways = `({
  fetch: () => fetch('/reached?fetch'),
  request: () => { const r = new XMLHttpRequest(); r.open('GET', '/reached?xhr', false); r.send() },
  socket: () => new WebSocket('ws://127.0.0.1/reached'),
  events: () => new EventSource('/reached?events'),
  transport: () => new WebTransport('https://localhost/reached'),
  storage: () => indexedDB.open('reached'),
  caches: () => caches.open('reached'),
  channel: () => new BroadcastChannel('reached').postMessage('reached'),
  scripts: () => importScripts('/reached.js'),
  worker: () => new Worker('/reached.js'),
  shared: () => new SharedWorker('/reached.js'),
  page: () => postMessage('reached'),
  listening: () => addEventListener('message', () => {}),
  closing: () => close(),
  disk: () => navigator.storage.estimate(),
  locks: () => navigator.locks.request('reached', () => {}),
  beacon: () => navigator.sendBeacon('/reached?beacon'),
  offline: () => navigator.serviceWorker.ready,
  registration: () => self.registration.scope,
  fonts: () => new FontFace('reached', 'url(/reached.woff)').load(),
  notification: () => new Notification('reached'),
  scope: () => Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, '/reached?proto'),
  scopeScripts: () => Object.getPrototypeOf(Object.getPrototypeOf(self)).importScripts.call(self, '/reached.js'),
  code: () => (async () => {}).constructor("fetch('/reached')")(),
  function: () => new Function("return 1")(),
  evaluated: () => (0, eval)('1'),
  timer: () => setTimeout("fetch('/reached')"),
})`

test('past Python, nothing in its worker leads to the page, its storage, its channels or a server', async () => {
  const page = await deck.open(`${slide.streams}`)
  await page.evaluate(() => {
    const heard: unknown[] = []
    new BroadcastChannel('reached').onmessage = event => heard.push(event.data)
    Object.assign(window, { heard })
  })
  const cell = liveCell(page)
  await cell.press('Run')
  await cell.over(60)
  const evaluate = await insideWorkers(page)
  const came = await evaluate(`Promise.all(Object.entries(${ways}).map(async ([name, way]) => {
    try { await way(); return name + ' was there' } catch (error) { return error instanceof ReferenceError || error instanceof TypeError || error instanceof EvalError ? null : name + ': ' + error }
  })).then(all => all.filter(Boolean).join(', '))`)
  expect(came).toEqual(['', ''])
  expect(deck.asked()).toContain('/pyodide/manifest.json') // by a worker, before
  expect(deck.asked().filter(path => path.includes('reached'))).toEqual([])
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([])
  expect(await page.evaluate(async () => [(await indexedDB.databases()).map(({ name }) => name), await caches.keys()])).toEqual([[], []])
})

const beside = `Blob Crypto DOMException Event EventTarget MessageChannel MessageEvent MessagePort Performance TextDecoder TextEncoder URL
  WorkerGlobalScope clearInterval clearTimeout constructor crypto navigator performance queueMicrotask self setInterval setTimeout`.split(/\s+/)

test('what is left in the worker’s scope is the language, and what computes or waits', async () => {
  const page = await deck.open(`${slide.streams}`)
  const cell = liveCell(page)
  await cell.press('Run')
  await cell.over(60)
  const evaluate = await insideWorkers(page)
  const all = await evaluate(`(() => {
    const names = new Set()
    for (let level = self; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
      for (const name of Object.getOwnPropertyNames(level)) if (self[name] !== undefined) names.add(name)
    return [...names].sort().join(' ')
  })()`)
  const language = runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]
  for (const left of all as string[]) expect(left.split(' ').filter(name => !language.includes(name))).toEqual(beside)
  expect(await evaluate('Object.keys(navigator).join()')).toEqual(Array(2).fill('language,hardwareConcurrency'))
})
