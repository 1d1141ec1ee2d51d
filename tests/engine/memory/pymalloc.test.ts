/** The model of pymalloc does what CPython 3.14 was seen to do. */
import { describe, expect, test } from 'vitest'
import stats from '../../../recordings/measured/debugmallocstats.py314.json' with { type: 'json' }
import inPools from '../../../recordings/measured/survivors_in_pools.py314.json' with { type: 'json' }
import survivors from '../../../recordings/measured/scattered_survivors.py314.json' with { type: 'json' }
import { errorOf, printed, useSession } from '../support.ts'

const { session } = useSession()

type Mark = typeof stats.figures.free_all[number]

/** Pools that an arena loses where the system gives it an address that is no multiple of 16 KiB. */
const lost = (mark: Mark) => 64 * mark.arenas - mark.poolsOfAllClasses - mark.unusedPools

/**
 * A heap as the interpreter's was at the mark "start", by its size classes 64 and 128 and all others together; and arenas that the
 * system puts where it put them, which is no choice of the allocator.
 */
const begin = `
import json
from lab.pymalloc.model import ARENA_SIZE, FIRST_ADDRESS, Heap

def began(start, misplaced):
    def place(n):
        return FIRST_ADDRESS - (2 * n + 2) * ARENA_SIZE + (4096 if misplaced[n] else 0)
    heap = Heap(place)
    heap.alloc(512, 31 * (start["poolsOfAllClasses"] - start["pools"] - start["pools128"]))
    for size, end in (64, ""), (128, "128"):
        used, rest = start["blocks" + end], start["available" + end]
        heap.free(heap.alloc(size, used + rest)[used:])
    return heap
`

const patterns = `${begin}
def facts(heap):
    used = [pool for arena in heap.arenas.values() for pool in arena.pools if pool.used]
    def of(size, end):
        pools = [pool for pool in used if pool.size == size]
        return {
            "pools" + end: len(pools),
            "blocks" + end: sum(pool.used for pool in pools),
            "available" + end: sum(pool.capacity - pool.used for pool in pools),
        }
    return {
        "arenas": len(heap.arenas), "arenasEver": heap.allocated, "arenasAtMost": heap.highwater,
        "unusedPools": sum(arena.available for arena in heap.arenas.values()),
        "poolsOfAllClasses": len(used), **of(64, ""), **of(128, "128"),
    }

def perform(name, start, misplaced):
    heap = began(start, misplaced)
    def mark(word):
        told[word] = facts(heap)
        heap.alloc(64, 2)  # the mark's own: see the pattern large_blocks
    told = {}
    mark("start")
    size, count = (1_000_000, 600) if name == "large_blocks" else (64, 200_000)
    blocks = heap.alloc(size, count)
    mark("full")
    if name.startswith("keep"):  # a list gives up its items from its end
        step = int(name.rpartition("_")[2])
        heap.free([block for i, block in reversed(list(enumerate(blocks))) if i % step])
    elif name in ("free_all", "large_blocks"):
        heap.free(reversed(blocks))
    else:
        heap.free(blocks[::2])
        if name.startswith("refill"):
            mark("holes")
            heap.alloc(64 if name == "refill_same_size" else 128, 100_000)
    mark("after")
    return told
`

describe('arenas, pools and blocks are those of sys._debugmallocstats on CPython 3.14', () => {
  test.each(Object.keys(stats.figures) as (keyof typeof stats.figures)[])('%s', async (name) => {
    const marks = stats.figures[name] as Mark[]
    const misplaced: boolean[] = []
    for (const mark of marks) {
      const more = lost(mark) - misplaced.filter(Boolean).length
      for (let n = 0, from = misplaced.length; from + n < mark.arenas; n++) misplaced.push(n < more)
    }
    const told = JSON.parse(await printed(session(), `${patterns}
print(json.dumps(perform(${JSON.stringify(name)}, ${JSON.stringify(marks[0])}, ${JSON.stringify(misplaced.map(Number))})))`)) as Record<string, object>
    for (const [mark, facts] of Object.entries(told)) expect({ mark, ...marks.find(entry => entry.mark === mark) }).toMatchObject({ mark, ...facts })
    expect(Object.keys(told)).toEqual(marks.map(({ mark }) => mark).filter(mark => mark !== 'after_300ms_and_collect'))
  })

  test.each(survivors.figures.patterns.map(({ pattern, marks }) => ({ pattern, marks })))('three million objects of 16 bytes: $pattern', async ({ pattern, marks }) => {
    const { objects, kept } = survivors.figures
    const told: number[][] = []
    for (const misplaced of [0, 1]) {
      const out = await printed(session(), `${begin}
heap = began(json.loads('${JSON.stringify(stats.figures.free_all[0])}'), [0, 1] + [${misplaced}] * 60)
arenas = [len(heap.arenas)]
blocks = heap.alloc(16, ${objects})
arenas.append(len(heap.arenas))
stays = {"free all": lambda i: False, "keep scattered": lambda i: i % ${objects / kept} == 0, "keep neighbours": lambda i: i < ${kept}}
heap.free(block for i, block in enumerate(blocks) if not stays[${JSON.stringify(pattern)}](i))
print([*arenas, len(heap.arenas)])`)
      told.push(JSON.parse(out) as number[])
    }
    // That recording does not say where the system put the arenas: all with 64 pools, or all with 63.
    expect(told).toContainEqual([marks.start.arenas, marks.full.arenas, marks.after.arenas])
  })
})

describe('150 of three million blocks stay, from the heap as CPython’s was', () => {
  test.each([['free all', 'set()'], ['keep scattered', 'set(blocks[::20_000])'], ['keep neighbours', 'set(blocks[:150])']] as const)('%s: as recorded, to the block', async (name, kept) => {
    const out = await printed(session(), `
from lab import pymalloc
pymalloc.start_as(${JSON.stringify(name)})
def mark():
    told = pymalloc.statistics()
    print(told["arenas"], told["pools"], told["blocks"], told["unused pools"], *pymalloc.marks.pop(0))
blocks = pymalloc.alloc(16, 3_000_000)
mark()
kept = ${kept}
pymalloc.free([block for block in blocks if block not in kept])
mark()`)
    const told = out.trim().split('\n').map(line => line.split(' ').map(Number))
    const sum = (rows: number[][], column: number) => rows.reduce((all, row) => all + row[column]!, 0)
    const real = (['full', 'after'] as const).map((mark) => {
      const { arenas, unusedPools, classes } = inPools.figures.patterns[name][mark]
      return [arenas, sum(classes, 1), sum(classes, 2), unusedPools, arenas, sum(classes, 1), sum(classes, 2)]
    })
    expect(told).toEqual(real)
  })
})

describe('the language for programs', () => {
  test('asks, gives back, and tells', async () => {
    expect(await printed(session(), `
from lab.pymalloc import alloc, free, statistics
one = alloc(17)
row = alloc(32, 600)
print(statistics(), row[0] - one)
free(one)
print(alloc(20) == one, alloc(513) > 0)
free(row)
print(statistics())`)).toBe('{\'arenas\': 1, \'pools\': 2, \'blocks\': 601, \'unused pools\': 62} 32\nTrue True\n'
  + '{\'arenas\': 1, \'pools\': 1, \'blocks\': 1, \'unused pools\': 63}\n')
  })

  test.each([
    ['free(alloc(8) + 1)', /ValueError: 0x\w+ is no block in use; was it freed before\?/],
    ['x = alloc(8); free(x); free(x)', /ValueError: 0x\w+ is no block in use/],
    ['x = alloc(900); free([x, x])', /ValueError: 0x\w+ is no block in use/],
    ['import lab.pymalloc; lab.pymalloc.start_as("x")', /ValueError: 'x' was not recorded; there are free all, keep scattered, keep neighbours/],
    ['free(12)', /ValueError: 0xc is no block in use/],
    ['free(["a"])', /TypeError/],
    ['alloc(-1)', /ValueError: the size must be 0 or more, not -1/],
    ['alloc("8")', /TypeError: the size must be a whole number, not str/],
    ['alloc(8, 10**9)', /ValueError: at most 4,000,000 blocks at a time/],
  ])('%s is told in one sentence', async (line, told) => {
    expect((await errorOf(session(), `from lab.pymalloc import alloc, free\n${line}\n`)).traceback).toMatch(told)
  })
})
