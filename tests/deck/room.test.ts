/** The deck that is being edited, shown to others: `npm start -- --remote`, as the presenter and the room have it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDeck } from '../../cli/readDeck.ts'
import { root } from '../../cli/root.ts'

let server: ChildProcess
let url = ''
let token = ''

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

beforeAll(async () => {
  const port = await freePort()
  server = spawn(process.execPath, ['cli/start.ts', '--remote', '--port', String(port)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  url = `http://localhost:${port}`
  token = await new Promise((resolve, reject) => {
    server.on('exit', () => reject(new Error(`The deck was not shown: ${said}`)))
    server.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const address = /Present from {2}(\S+)\?presenter=([\w-]+)#\/presenter\/1/.exec(said += text)
      if (address) resolve(address[2]!)
    })
  })
})
afterAll(() => void server?.kill())

const ask = (path: string, init: RequestInit = {}, cookie = '') => fetch(url + path, { ...init, headers: { cookie, ...init.headers }, redirect: 'manual' })
const presenter = () => `presenter=${token}`

test('who has no token writes nothing, and ends nothing', async () => {
  const file = join(root, 'slides.md')
  const before = readFileSync(file, 'utf8')
  const refused: [string, RequestInit][] = [
    ['/__slidev/slides/1.json', { method: 'POST', body: '{"note":"from the room"}' }],
    ['/@server-reactive/nav', { method: 'POST', body: '{"data":{"page":2}}' }],
    ['/@server-ref/drawings', { method: 'POST', body: 'not JSON' }],
    ['/__open-in-editor?file=slides.md', {}],
    ['/__mcp', { method: 'POST', body: '{}' }],
  ]
  for (const [path, init] of refused) {
    for (const cookie of ['', 'presenter=guessed']) {
      const response = await ask(path, init, cookie)
      expect([path, response.status, await response.text()]).toEqual([path, 403, 'Only the presenter can do this: open the address that npm start has printed for presenting.'])
    }
  }
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect((await ask('/')).status).toBe(200)
})

test('another site’s page writes nothing either, though the presenter has it open', async () => {
  const init = { method: 'POST', body: '{"data":1}' }
  expect((await ask('/@server-reactive/nothing', { ...init, headers: { origin: 'http://other.example' } }, presenter())).status).toBe(403)
  expect((await ask('/@server-reactive/nothing', { ...init, headers: { origin: url } }, presenter())).status).toBe(200)
})

test('notes, files of slides and solutions are the presenter’s', async () => {
  const data = async (cookie = '') => await (await ask('/__slidev/slides/2.json', {}, cookie)).json() as { title: string, note: string, content: string }
  const [seen, own] = [await data(), await data(presenter())]
  expect(own.note).toMatch(/Say: /)
  expect(seen).toMatchObject({ title: own.title, note: '', content: '' })
  const source = (await readFile(2))
  for (const text of [await (await ask('/__deck-search.json')).text(), source]) expect(text).not.toContain(own.note.slice(5, 40))
  for (const path of ['/slides.md', '/pages/00-two-clocks.md', '/exercises/07-find-cycle/solution.py']) expect((await ask(path)).status, path).toBe(403)
})

test.each(['04-weak-parent', '06-event-bus'])('an exercise comes to the room without its solution: %s', async (id) => {
  const [, solution] = /"solution":("(?:[^"\\]|\\.)+")/.exec(await exerciseModule(id, presenter()))!
  const seen = await exerciseModule(id)
  expect(seen).toContain('"solution":""')
  expect(seen).not.toContain(solution)
})

test('one whose checks run the solution has it', async () => {
  expect(await exerciseModule('20-mini-gil')).not.toContain('"solution":""')
})

/** The module of the slide of an exercise, as who sends `cookie` gets it. */
async function exerciseModule(id: string, cookie = ''): Promise<string> {
  const { slides } = await readDeck()
  const slide = slides.findIndex(({ content }) => content.includes(`<Exercise id="${id}" />`)) + 1
  const facade = await (await ask(`/@slidev/slides/${slide}/md`)).text()
  return (await ask(/"(\/[^"]*)"/.exec(facade)![1]!, {}, cookie)).text()
}

/** What the module of a slide says to the room. */
async function readFile(slide: number): Promise<string> {
  const facade = await (await ask(`/@slidev/slides/${slide}/frontmatter`)).text()
  return (await ask(/"(\/[^"]*frontmatter[^"]*)"/.exec(facade)![1]!)).text()
}

/** The way on which Vite tells pages what changes, as its own client opens it. */
async function listen(): Promise<{ socket: WebSocket, heard: string[] }> {
  const client = await (await ask('/@vite/client')).text()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?token=${/wsToken = "([^"]+)"/.exec(client)![1]}`, 'vite-hmr')
  const heard: string[] = []
  socket.addEventListener('message', event => heard.push(String(event.data)))
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  return { socket, heard }
}

test('the room follows the presenter, and leads nobody', async () => {
  const { socket, heard } = await listen()
  const go = (page: number, cookie: string) => ask('/@server-reactive/nav', {
    method: 'POST',
    headers: { origin: url },
    body: JSON.stringify({ source: 'test', patch: { page, clicks: 0, lastUpdate: { id: 'test', type: 'presenter', time: Date.now() } }, timestamp: Date.now() }),
  }, cookie)
  expect((await go(7, '')).status).toBe(403)
  expect((await go(3, presenter())).status).toBe(200)
  await expect.poll(() => heard.some(text => text.includes('"vue-server-ref"') && text.includes('"page":3'))).toBe(true)
  expect(heard.some(text => text.includes('"page":7'))).toBe(false)
  socket.close()
})
