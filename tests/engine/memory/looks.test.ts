/** What the looks at a program's memory find: the collector, allocations, the model's pools. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allocationsSchema, collectorSchema, poolsSchema, type AllocationsFinding, type CollectorFinding, type PoolsFinding } from '../../../runtime/memory/findings.ts'
import { printed, useSession } from '../support.ts'
import { looked } from './looks.ts'

const { session } = useSession()

async function collector(source: string) {
  const { findings, ...rest } = await looked(session(), 'collector', source)
  return { ...rest, told: findings.map(finding => collectorSchema.parse(finding)) }
}
async function allocations(source: string) {
  const { findings, ...rest } = await looked(session(), 'allocations', source)
  return { ...rest, told: findings.map(finding => allocationsSchema.parse(finding)) }
}
const only = <F extends { kind: string }, K extends F['kind']>(told: F[], kind: K) => told.filter((finding): finding is F & { kind: K } => finding.kind === kind)

const pair = `
import gc, weakref
class Node:
    def __del__(self): print("bye")
def told(ref): print("gone")
a, b = Node(), Node()
a.other, b.other = b, a
c = Node()
c.friend = d = Node()
del d
watch = weakref.ref(a, told)
del a, b
print(gc.collect())`

describe('the collector', () => {
  test('the four steps on a real cycle: counts, arrows within, who is held, who is reached from there', async () => {
    const { told, stdout } = await collector(pair)
    expect(stdout.slice(0, 15)).toBe('gone\nbye\nbye\n2\n')
    expect(only<CollectorFinding, 'steps'>(told, 'steps')).toEqual([{
      kind: 'steps', line: 13, more: 0, edges: [[0, 1], [1, 0], [2, 3]],
      nodes: [
        { type: 'Node', name: 'a', count: 1, inner: 1, fate: 'garbage' }, { type: 'Node', name: 'b', count: 1, inner: 1, fate: 'garbage' },
        { type: 'Node', name: 'c', count: 1, inner: 0, fate: 'held' }, { type: 'Node', name: 'd', count: 1, inner: 1, fate: 'reached' },
      ],
    }])
    const after = told.slice(told.findIndex(({ kind }) => kind === 'steps') + 1).filter(({ kind }) => kind !== 'counts')
    expect(after).toMatchObject([
      { kind: 'call', name: 'told', finalizer: false, line: 5 }, { kind: 'call', name: 'Node.__del__', finalizer: true }, { kind: 'call', name: 'Node.__del__', finalizer: true },
      { kind: 'collection', line: 13, why: 'asked', generation: 2, collected: 2, uncollectable: 0 },
    ])
  })

  test.each([
    ['a list in itself', 'x = []\nx.append(x)\ndel x', [['list', 'garbage']]],
    ['a closure that knows itself', 'def f():\n    def g(): return g\n    return [g]\nx = f()\nx.append(x)', [['list', 'held']]],
    ['an error that pins its frame', 'def f():\n    data = []\n    try: 1 / 0\n    except Exception as e: data.append(e)\nf()', [['list', 'garbage'], ['ZeroDivisionError', 'garbage'], ['frame', 'garbage'], ['traceback', 'garbage']]],
    ['no cycle', 'x = [1, [2]]', []],
  ])('%s', async (_, source, expected) => {
    const { told } = await collector(`import gc\n${source}\ngc.collect()`)
    const [steps] = only<CollectorFinding, 'steps'>(told, 'steps')
    expect((steps?.nodes ?? []).map(({ type, fate }) => [type, fate]).sort()).toEqual(expected.sort())
  })

  test('automatic collections are told with the line that led to them, and counts line by line', async () => {
    const { told } = await collector('class N: pass\nfor i in range(100_000):\n    n = N()\n    n.me = n\n')
    const runs = only<CollectorFinding, 'collection'>(told, 'collection')
    expect(runs.length).toBeGreaterThanOrEqual(2)
    for (const run of runs) expect(run).toMatchObject({ why: 'automatic', uncollectable: 0 })
    expect(runs.reduce((sum, { collected }) => sum + collected, 0)).toBeGreaterThan(2000)
    expect([2, 3, 4]).toContain(runs[0]!.line)
    const counts = only<CollectorFinding, 'counts'>(told, 'counts')
    expect(counts.length).toBeLessThanOrEqual(400)
    expect(counts.at(-1)!.counts[0]! - counts[5]!.counts[0]!).toBeGreaterThan(90)
    const [head] = only<CollectorFinding, 'collector'>(told, 'collector')
    expect(head).toMatchObject({ python: '3.14.2', incremental: true, thresholds: [2000, 10, 0] })
  })

  test('resurrection, gc.disable, a patched gc and a liar of a class change nothing of what is told', async () => {
    const { told, stdout, result } = await collector(`
import gc
class Bird:
    def __del__(self): saved.append(self)
    def __eq__(self, other): raise TypeError
    __hash__ = None
    def __repr__(self): raise TypeError
    def __getattribute__(self, name): raise TypeError
saved = []
bird = Bird()
object.__setattr__(bird, "me", bird)
del bird
gc.disable()
print(gc.collect(), len(saved), gc.isenabled())
gc.callbacks.clear()
gc.collect()
`)
    expect([stdout, result.kind]).toEqual(['0 1 False\n', 'done'])
    const [first] = only<CollectorFinding, 'steps'>(told, 'steps')
    expect(first!.nodes).toEqual([{ type: 'Bird', name: 'bird', count: 1, inner: 1, fate: 'garbage' }])
    expect(only<CollectorFinding, 'blind'>(told, 'blind')).toMatchObject([{ line: 16 }])
    expect(only<CollectorFinding, 'collection'>(told, 'collection')).toHaveLength(1)
  })

  test('beside threads it tells the collections that the engine makes', async () => {
    const { told, result } = await collector(`
import threading
def work():
    for i in range(4000):
        x = []; x.append(x)
t = [threading.Thread(target=work) for _ in range(2)]
for x in t: x.start()
for x in t: x.join()`)
    expect(result.kind).toBe('done')
    expect(only<CollectorFinding, 'collection'>(told, 'collection').map(({ why }) => why)).toContain('engine')
  })

  test('counts are those of the same program without a look', async () => {
    const source = 'import gc, sys\na = []\nb = [a]\nc = {1: a}\nprint(sys.getrefcount(a), sys.getrefcount(b), len(gc.get_referrers(b)))'
    expect((await collector(source)).stdout).toBe(await printed(session(), source))
  })

  test('two runs find the same, but for the time it took', async () => {
    const twice = [await collector(pair), await collector(pair)].map(({ told }) => told.map(finding => ({ ...finding, took: 0 })))
    expect(twice[0]).toEqual(twice[1])
  })
})

describe('allocations', () => {
  test('are told by line, as they grow and when they go', async () => {
    const { told } = await allocations('a = bytes(1_000_000)\nb = [bytes(1000) for _ in range(100)]\ndel a\nc = 1\n')
    const samples = only<AllocationsFinding, 'sample'>(told, 'sample')
    expect(samples.map(({ line }) => line)).toEqual([1, 2, 3, 4, 0])
    const last = new Map(samples.at(-1)!.lines!.map(([line, size, count]) => [line, [size, count]]))
    expect(last.has(1)).toBe(false)
    expect(last.get(2)![0]! / (100 * 1017)).toBeCloseTo(1, 1)
    expect(last.get(2)![1]).toBeGreaterThanOrEqual(101)
    const before = new Map(samples.find(({ line }) => line === 3)!.lines!.map(([line, size]) => [line, size]))
    expect(before.get(1)).toBe(1_000_017)
  })

  test('a peak within one line is told', async () => {
    const { told } = await allocations('total = sum([x for x in range(100_000)])\nsame = sum(x for x in range(100_000))\n')
    const samples = only<AllocationsFinding, 'sample'>(told, 'sample')
    const peak = (line: number) => samples[samples.findIndex(sample => sample.line === line) + 1]!.peak
    expect(peak(1)).toBeGreaterThan(1_500_000)
    expect(Math.max(...samples.slice(-1).map(sample => sample.peak))).toBeLessThan(20_000)
  })

  test('a function marked @profile has its table, by the rules of memory_profiler', async () => {
    const { told } = await allocations('@profile\ndef f(n):\n    data = bytes(n)\n    for i in range(3):\n        i += 1\n    del data\n    return n\nf(500_000)\n')
    const [table] = only<AllocationsFinding, 'profile'>(told, 'profile')
    const rows = new Map(table!.rows.map(([line, usage, increment, times]) => [line, { usage: usage!, increment: increment!, times }]))
    expect([...rows.keys()]).toEqual([1, 3, 4, 5, 6, 7])
    expect([...rows.values()].map(({ times }) => times)).toEqual([1, 1, 4, 3, 1, 1])
    expect(rows.get(3)!.increment / 500_000).toBeCloseTo(1, 2)
    expect(rows.get(6)!.increment / -500_000).toBeCloseTo(1, 2)
    expect(rows.get(5)!.usage).toBeGreaterThan(500_000)
  })

  test('@profile is there under this look only; tracemalloc that the program stops is told', async () => {
    expect((await looked(session(), 'pools', 'profile')).result).toMatchObject({ kind: 'raised', error: { type: 'NameError' } })
    const { told, result } = await allocations('import tracemalloc\ntracemalloc.stop()\nx = 1\ny = 2\n')
    expect(result.kind).toBe('done')
    expect(only<AllocationsFinding, 'blind'>(told, 'blind')).toHaveLength(1)
  })

  test('a long loop is told in few samples, and its end is told', async () => {
    const { told } = await allocations('data = []\nfor i in range(20_000):\n    data.append(str(i))\n')
    expect(told.length).toBeLessThan(1500)
    const last = only<AllocationsFinding, 'sample'>(told, 'sample').at(-1)!
    expect(last.line).toBe(0)
    expect(last.current).toBeGreaterThan(500_000)
  })
})

describe('pools', () => {
  test('after each call: arenas, pools, the blocks of the pool touched last', async () => {
    const { findings } = await looked(session(), 'pools', 'from lab.pymalloc import alloc, free\na = alloc(500, 40)\nfree(a[:31])\nfree(a[31])\nb = alloc(1000)\n')
    const told = findings.map(finding => poolsSchema.parse(finding) as PoolsFinding & { kind: 'pools' })
    expect(told.map(({ line, did, arenas, pools, blocks }) => [line, did, arenas, pools, blocks]))
      .toEqual([[2, 'alloc(500)', 1, 2, 40], [3, 'free', 1, 1, 9], [4, 'free', 1, 1, 8], [5, 'alloc(1000)', 1, 1, 8]])
    expect(told[0]!.changed).toEqual([{ slot: 0, total: 64, pools: [[512, 31, 1], [512, 9, 1], [0, 0, 62]] }])
    expect(told[1]!.changed[0]!.pools).toEqual([[0, 0, 1], [512, 9, 1], [0, 0, 62]])
    expect(told[2]!.pool).toEqual({ slot: 0, place: 1, size: 512, used: 8, next: 0, blocks: '-+8.22' })
    expect(told[3]!.large).toBe(1)
  })

  test('arenas that go back are told', async () => {
    const { findings } = await looked(session(), 'pools', 'from lab.pymalloc import alloc, free\na = alloc(64, 50_000)\nfree(a)\n')
    const [full, empty] = findings.map(finding => poolsSchema.parse(finding) as PoolsFinding & { kind: 'pools' })
    expect([full!.arenas, empty!.arenas, empty!.gone]).toEqual([4, 1, expect.any(Array)])
    expect(empty!.gone).toHaveLength(3)
  })
})

test('no cell of the deck does otherwise under a look', async () => {
  for (const name of ['collector/pair', 'collector/order', 'collector/phoenix', 'practices/parent']) {
    const source = readFileSync(new URL(`../../../snippets/${name}.py`, import.meta.url), 'utf8')
    const plain = await printed(session(), source)
    expect((await looked(session(), 'collector', source)).stdout).toBe(plain)
  }
})
