import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import stats from '../../../recordings/measured/debugmallocstats.py314.json' with { type: 'json' }
import incremental from '../../../recordings/measured/gc_pauses.main15.json' with { type: 'json' }
import generational from '../../../recordings/measured/gc_pauses.py314.json' with { type: 'json' }
import use from '../../../recordings/measured/memory_use.py314.json' with { type: 'json' }
import survivors from '../../../recordings/measured/scattered_survivors.py314.json' with { type: 'json' }

const page = (name: string) => readFileSync(new URL(`../../../pages/${name}.md`, import.meta.url), 'utf8')
const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20)
const after = survivors.figures.patterns.map(({ marks }) => marks.after.arenas)
const arenas = (marks: { mark: string, arenas: number }[], mark: string) => marks.find(entry => entry.mark === mark)!.arenas

describe('numbers that stand in words on slides of memory are those of the recordings', () => {
  test('scattered survivors', () => {
    expect(page('03-where-bytes-live')).toContain(`2,400 bytes hold ${after[1]} arenas, or ${after[2]}`)
    expect(page('03-where-bytes-live')).toContain(`pin all ${after[1]} arenas`)
    expect(survivors.figures.patterns[1]!.keptBytes).toBe(2400)
    expect(after[2]).toBe(after[0])
  })

  test('fragmentation', () => {
    const { free_all: all, keep_1_of_16000: few, refill_other_size: other } = stats.figures
    expect(Math.ceil(200_000 / 16_000)).toBe(13)
    expect(arenas(few, 'after') - arenas(all, 'after')).toBe(12)
    expect(arenas(other, 'after') - arenas(other, 'full')).toBe(12)
    const [, full, empty] = stats.figures.large_blocks
    expect(page('03-where-bytes-live')).toContain(`${mebibytes(full!.rss)} MiB resident, ${mebibytes(empty!.rss)} MiB after`)
  })

  test('statistics of the allocator', () => {
    const { pools, blocksInUse, availableBlocks } = stats.classes.find(row => row.size === 64)!
    expect(page('appendix/03-where-bytes-live')).toContain(`- ${pools} pools for them`)
    expect(blocksInUse + availableBlocks).toBe(pools * 255)
  })

  test('pauses of the collector', () => {
    const longest = [generational, incremental].map(({ figures }) => Math.round(Math.max(...figures.collections.map(run => run[1]!))))
    expect(page('appendix/02-cycles')).toContain(`the longest stop is ${longest[0]} ms above, ${longest[1]} ms below`)
    expect(page('appendix/02-cycles')).toContain(`${Math.round(generational.figures.fullCollectMs)} ms for a million here`)
  })

  test('sizes of a record', () => {
    expect(page('appendix/04-good-habits')).toContain(`# The same two fields, from ${use.figures.perObject.dict} bytes to ${use.figures.perObject.slots}`)
  })
})
