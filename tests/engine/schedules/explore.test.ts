/** One program under many schedules. */
import { describe, expect, test } from 'vitest'
import { causeOf } from '../../../runtime/schedules/cause.ts'
import type { Exploration, ExploreOptions } from '../../../runtime/schedules/exploration.ts'
import { start, useSession } from '../support.ts'

const { session } = useSession()

type Found = Exclude<Exploration, { error: string }>

const usual: ExploreOptions = { schedules: 2000, strategy: 'random', depth: 3, preemptions: null, replay: null }

async function exploration(source: string, options: Partial<ExploreOptions> = {}, seed = 0): Promise<Exploration> {
  const { result } = await start(session(), source, { explore: { ...usual, ...options }, seed }).outcome
  if (result.kind !== 'explored') throw new Error(JSON.stringify(result))
  return result.exploration
}

async function explore(source: string, options?: Partial<ExploreOptions>, seed?: number): Promise<Found> {
  const found = await exploration(source, options, seed)
  if ('error' in found) throw new Error(found.error)
  return found
}

/** Two threads that do `body` once each, then a check. */
const two = (body: string, check: string, before = '') => `
import threading, time
x = 0
${before}
def bump():
    global x
${body.replace(/^/gm, '    ')}
threads = [threading.Thread(target=bump) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
${check}`

const racy = two('x += 1', 'assert x == 2, x')
const safe = two('with lock:\n    x += 1', 'assert x == 2, x', 'lock = threading.Lock()')

describe('a lost update', () => {
  test.each(['random', 'pct', 'exhaustive'] as const)('is found by %s, with one preemption, at the store', async (strategy) => {
    const { failure, schedules } = await explore(racy, { strategy })
    expect(schedules).toBeLessThan(200)
    expect(failure).toMatchObject({ kind: 'assertion', message: 'AssertionError: 1' })
    expect(failure!.preemptions).toBe(1)
    expect(failure!.steps.some(step => step.bytecode === 'STORE_GLOBAL x')).toBe(true)
  })

  test.each(['stock["apple"] -= 1', 'name = "apple"\nstock[name] = stock[name] - 1'])('of an item is told by the item: %s', async (body) => {
    const { failure } = await explore(two(body, 'assert stock["apple"] == 1, stock', 'stock = {"apple": 3, "pear": 1}'))
    expect(causeOf(failure!)).toMatch(/^Thread-\d+ \(bump\) and Thread-\d+ \(bump\) both read stock\['apple'\] before either wrote it\.$/)
    expect(failure!.steps.some(step => step.bytecode === 'STORE_SUBSCR')).toBe(true)
  })

  test('of an item whose key or container is not known for sure is not guessed at', async () => {
    const { failure } = await explore(two('key = ("apple", 1)\nstock[key] -= 1\nboth = [stock]\nboth[0]["pear"] = 2', 'assert stock["apple", 1] == 1, stock', 'stock = {("apple", 1): 3}'))
    expect(failure!.steps.flatMap(({ accesses = [] }) => accesses)).toEqual([])
    expect(causeOf(failure!)).toBeNull()
  })

  test('has an id that replays it, and only it', async () => {
    const { failure } = await explore(racy)
    const again = await explore(racy, { replay: failure!.schedule_id })
    expect(again).toEqual({ schedules: 1, explored_all: false, cut: 0, failure })
    expect(await exploration(`${racy}\n`, { replay: failure!.schedule_id })).toEqual({ error: 'This schedule belongs to another version of the program.' })
    for (const garbage of ['', 'nonsense-1', `${failure!.schedule_id}-`, `${failure!.schedule_id}-1.٣`, '<b>'.repeat(10_000)]) {
      expect(await exploration(racy, { replay: garbage })).toEqual({ error: 'This link or id names no schedule: it was cut short, or changed.' })
    }
  })

  test('is found the same way under the same seed', async () => {
    const [first, again] = [await explore(racy, {}, 7), await explore(racy, {}, 7)]
    expect(again).toEqual(first)
  })

  test.each([
    ['a lock round the write only', 't = x\nwith lock:\n    x = t + 1', 'lock = threading.Lock()'],
    ['a lock made in each call', 'with threading.Lock():\n    x += 1', ''],
  ])('is found behind %s', async (_name, body, before) => {
    expect((await explore(two(body, 'assert x == 2', before))).failure?.kind).toBe('assertion')
  })
})

describe('a correct program', () => {
  test('has every schedule explored, and none reported', async () => {
    const found = await explore(safe, { strategy: 'exhaustive', schedules: 20_000 })
    expect(found).toMatchObject({ explored_all: true, failure: null, cut: 0 })
    expect(found.schedules).toBeGreaterThan(10)
  })

  test.each(['random', 'pct'] as const)('is not reported by %s', async (strategy) => {
    expect((await explore(safe, { strategy, schedules: 500 })).failure).toBeNull()
  })

  test('without threads has one schedule', async () => {
    expect(await explore('print("x" * 10)')).toEqual({ schedules: 1, explored_all: true, cut: 0, failure: null })
  })

  test('with dice and clocks is pinned by the seed', async () => {
    const source = two('time.sleep(random.random())\nx = x + random.randrange(9)', 'assert x < 99', 'import random')
    expect((await explore(source, { schedules: 50 })).failure).toBeNull()
  })
})

describe('other failures', () => {
  const philosophers = (last: string) => `
import threading
forks = [threading.Lock() for _ in range(3)]
def eat(left, right):
    with forks[left]:
        with forks[right]: pass
for pair in ((0, 1), (1, 2), ${last}): threading.Thread(target=eat, args=pair).start()`

  test('philosophers who all take the left fork first can starve; with one order they cannot', async () => {
    const { failure } = await explore(philosophers('(2, 0)'))
    expect(failure?.kind).toBe('deadlock')
    expect(failure!.message).toMatch(/waits for forks\[\d\], held by Thread-\d/)
    expect((await explore(philosophers('(0, 2)'), { schedules: 300 })).failure).toBeNull()
  })

  test('an exception in a thread is one, and `if` before `wait` is caught', async () => {
    const source = `
import threading
items, condition = [], threading.Condition()
def take():
    with condition:
        if not items: condition.wait()
        items.pop()
threads = [threading.Thread(target=take) for _ in range(2)]
for thread in threads: thread.start()
with condition:
    items.append(1); condition.notify_all()
with condition:
    items.append(2); condition.notify_all()
for thread in threads: thread.join()`
    expect((await explore(source, { strategy: 'pct' })).failure).toMatchObject({ kind: 'exception', message: 'IndexError: pop from empty list' })
  })

  test('a program that spins is ended, and said to be', async () => {
    const found = await explore(two('while x == 0: pass', ''), { schedules: 2 })
    expect(found).toMatchObject({ failure: null, cut: 2, explored_all: false })
  })

  test('a syntax error is one sentence', async () => {
    expect(await exploration('def f(:')).toEqual({ error: expect.stringMatching(/^SyntaxError: invalid syntax/) })
  })
})
