/** Programs that make memory hard to look at: under every view they end as without it, and what is left out is said. */
import { describe, expect, test } from 'vitest'
import { lookNames } from '../../../runtime/memory/lookNames.ts'
import type { RunRequest, RunResult } from '../../../runtime/border/protocol.ts'
import { perform, useSession } from '../support.ts'

const { session } = useSession()

async function under(how: Partial<RunRequest>, source: string): Promise<{ out: string, result: RunResult, told: number }> {
  let [out, told] = ['', 0]
  const run = session().run({ file: 'heap/test.py', source, ...how }, {
    output: chunks => chunks.forEach(({ text }) => (out += text)), cut: () => {}, input: async () => null, started: () => {},
    objects: scenes => void (told += scenes.length), found: () => void told++,
  })
  return { result: await run.result, out, told }
}
const views: [string, Partial<RunRequest>][] = [['objects', { objects: {} }], ['header', { objects: { header: 'x' } }], ...lookNames.map((look): [string, Partial<RunRequest>] => [look, { look }])]

const programs: [string, string][] = [
  ['a __repr__ that raises', 'class X:\n    def __repr__(self): raise ValueError("no")\nx = X()\ny = [x]\nprint(len(y))'],
  ['a __repr__ that recurses', 'class X:\n    def __repr__(self): return repr(self)\nx = X()\ny = {"k": x}\nprint(len(y))'],
  ['a __repr__ that prints', 'class X:\n    def __repr__(self):\n        print("seen")\n        return "x"\nx = X()\nprint(len([x]))'],
  ['a __repr__ of 10 MB', 'class X:\n    def __repr__(self): return "x" * 10_000_000\nx = X()\nprint(len(repr(x)))'],
  ['__eq__ and __hash__ that lie', 'import random\nclass X:\n    def __eq__(self, other): raise TypeError\n    def __hash__(self): return 1\nx = X()\nd = {x: 1}\nprint(len(d))'],
  ['proxies and objects of C', 'import weakref, io, re, types, itertools\nclass T: pass\nt = T()\nx = weakref.proxy(t)\nm = types.MappingProxyType({})\nr = re.compile("a")\nc = itertools.count()\nb = io.BytesIO(b"1")\ndel t\nprint(len(m))'],
  ['a subject that dies at its own line', 'class X:\n    def __del__(self): print("gone")\nx = X()\nx = None\nprint("end")'],
  ['gc, tracemalloc and sys patched', 'import gc, sys, tracemalloc\ngc.disable()\ngc.callbacks.clear()\ngc.collect = sys.getrefcount = sys.getsizeof = tracemalloc.start = None\nx = [1.5]\nprint(x)'],
]

describe.each(views)('%s', (_, how) => {
  test.each(programs)('%s', async (_, source) => {
    const plain = await perform(session(), source)
    const { out, result, told } = await under(how, source)
    expect([result.kind, out]).toEqual([plain.result.kind, plain.stdout])
    expect(told).toBeGreaterThan(0)
  })
})

describe('ten million objects', () => {
  test.each(views)('%s', { timeout: 120_000 }, async (_, how) => {
    const { out, result } = await under(how, 'things = [object() for _ in range(10_000_000)]\nprint(len(things))\n')
    expect([result.kind, out]).toEqual(['done', '10000000\n'])
    expect((await perform(session(), 'print(1)')).stdout).toBe('1\n')
  })
})
