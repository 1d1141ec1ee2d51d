/**
 * The claims register: each claim is a program below tests/claims. It is run on the engine and on the `python3` at hand,
 * or on the one that CLAIMS_PYTHON names, where its header says that it holds.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Exploration, ExploreOptions } from '../../runtime/schedules/exploration.ts'
import { claims, findPython, missing } from './claims.ts'
import { printed, start, useSession } from './support.ts'

const { session } = useSession()
const named = (chosen: typeof claims) => chosen.map(claim => [`${claim.id} ${claim.sentence}`, claim] as const)

describe('on the engine', () => {
  test.each(named(claims.filter(claim => claim.onEngine)))('%s', async (_, { path, source }) => {
    expect(await printed(session(), source, { file: path })).toBe('')
  })
})

const python = findPython()
if (python) {
  const left = claims.flatMap(claim => missing(claim, python) ? [`${claim.id} needs ${missing(claim, python)}`] : [])
  describe(`on ${python.name} (left out: ${left.join(', ') || 'nothing'})`, () => {
    test.each(named(claims.filter(claim => missing(claim, python) === null)))('%s', async (_, { path }) => {
      const { stdout, stderr } = await promisify(execFile)(python.command, ['-I', path], { timeout: 100_000 })
      expect(stdout + stderr).toBe('')
    })
  })
}

/** What all schedules of real threads come to. */
async function explore(source: string, options: Partial<ExploreOptions>): Promise<Exclude<Exploration, { error: string }>> {
  const usual: ExploreOptions = { schedules: 1000, strategy: 'exhaustive', depth: 3, preemptions: null, replay: null }
  const { result } = await start(session(), source, { explore: { ...usual, ...options } }).outcome
  if (result.kind !== 'explored' || 'error' in result.exploration) throw new Error(JSON.stringify(result))
  return result.exploration
}

const together = (threads: string, end = '') => `
import threading
${threads}
for thread in threads: thread.start()
for thread in threads: thread.join()
${end}`

describe('under every schedule of the engine\'s own threads', () => {
  test('K14 two unlocked increments lose an update, two locked ones never do', async () => {
    const increments = (body: string) => together(`
x, lock = 0, threading.Lock()
def work():
    global x
    ${body}
threads = [threading.Thread(target=work) for _ in range(2)]`, 'assert x == 2')
    expect((await explore(increments('x += 1'), {})).failure).toMatchObject({ kind: 'assertion' })
    expect(await explore(increments('with lock: x += 1'), {})).toMatchObject({ failure: null, explored_all: true })
  })

  test('K14 two locks in opposite order can deadlock, in one order never', async () => {
    const locks = (second: string) => together(`
a, b = threading.Lock(), threading.Lock()
def both(one, other):
    with one:
        with other: pass
threads = [threading.Thread(target=both, args=pair) for pair in ((a, b), ${second})]`)
    expect((await explore(locks('(b, a)'), {})).failure).toMatchObject({ kind: 'deadlock' })
    expect(await explore(locks('(a, b)'), {})).toMatchObject({ failure: null, explored_all: true })
  })

  test('K18 a dict that one thread iterates over and another adds to raises under some schedule, a copy under none', async () => {
    const reading = (items: string) => together(`
stock = {"apples": 1, "pears": 2}
def read():
    for name in ${items}: stock[name]
def add(): stock["plums"] = 3
threads = [threading.Thread(target=work) for work in (read, add)]`)
    expect((await explore(reading('stock'), {})).failure).toMatchObject({ kind: 'exception', message: 'RuntimeError: dictionary changed size during iteration' })
    expect(await explore(reading('list(stock)'), {})).toMatchObject({ failure: null })
  })
})
