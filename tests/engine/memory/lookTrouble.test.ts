/** Programs that make it hard to look at their memory. */
import { describe, expect, test } from 'vitest'
import { useSession } from '../support.ts'
import { looked } from './looks.ts'

const { session } = useSession()

describe('programs that change what a look stands on', () => {
  const patched = `
import gc, json, sys, tracemalloc
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError:
    print("deep")
gc.get_count = gc.get_objects = gc.is_tracked = gc.get_referents = sys.getrefcount = json.dumps = None
tracemalloc.get_traced_memory = tracemalloc._get_traces = tracemalloc.reset_peak = None
gc.collect = lambda: "mine"
data = [1] * 100_000
data[0] = data
del data
print(gc.collect())`

  test.each(['collector', 'allocations'] as const)('%s: the program ends as without it, and what it did is told', async (look) => {
    const { findings, stdout, result } = await looked(session(), look, patched)
    expect([stdout, result.kind]).toEqual(['deep\nmine\n', 'done'])
    if (look === 'collector') expect(findings.find(({ kind }) => kind === 'steps')).toMatchObject({ nodes: [{ type: 'list', name: 'data', fate: 'garbage' }] })
    else expect(Math.max(...findings.map(finding => Number(finding.peak ?? 0)))).toBeGreaterThan(400_000)
  })

  test('millions of objects: collections are told up to a limit, and what is left out is said', async () => {
    const { findings: told, result } = await looked(session(), 'collector', 'x = [[] for _ in range(2_000_000)]\ny = 1\n')
    expect(result.kind).toBe('done')
    expect(told.length).toBeLessThan(1000)
    expect(told.some(({ kind }) => kind === 'few')).toBe(true)
    expect(told.at(-1)).toMatchObject({ kind: 'counts', line: 2, tracked: null })
  })
})
