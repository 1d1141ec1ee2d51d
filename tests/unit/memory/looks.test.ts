/** What the views make of what a look at the memory found. */
import { expect, test } from 'vitest'
import byItself from '../../../recordings/collector/by_itself.json' with { type: 'json' }
import island from '../../../recordings/collector/island.json' with { type: 'json' }
import rounding from '../../../recordings/pools/rounding.json' with { type: 'json' }
import survivors from '../../../recordings/pools/survivors.json' with { type: 'json' }
import growing from '../../../recordings/practices/growing.json' with { type: 'json' }
import peak from '../../../recordings/practices/peak.json' with { type: 'json' }
import windows from '../../../recordings/practices/windows.json' with { type: 'json' }
import { allocationsStory, bytesByLine, bytesWords, mebibytes, peakByLine, sampleWords } from '../../../runtime/memory/allocations.ts'
import { collectorStory, nodeNames, placeNodes, sceneWords, type Graph } from '../../../runtime/memory/collector.ts'
import { allocationsSchema, collectorSchema, poolsSchema } from '../../../runtime/memory/findings.ts'
import { lookNames, lookOf } from '../../../runtime/memory/lookNames.ts'
import { arenaLayout, momentWords, poolScenes } from '../../../runtime/memory/pools.ts'

const story = (findings: object[]) => collectorStory(findings.map(finding => collectorSchema.parse(finding)))
const memory = (findings: object[]) => allocationsStory(findings.map(finding => allocationsSchema.parse(finding)))
const pools = (findings: object[]) => poolScenes(findings.map(finding => poolsSchema.parse(finding)))

test('a look has a view of the same name; other views have none', () => {
  expect(lookNames.map(lookOf)).toEqual([...lookNames])
  expect([lookOf('timeline'), lookOf(undefined)]).toEqual([undefined, undefined])
})

test('a graph is told in four steps, then the collection that took its garbage', () => {
  const { scenes } = story(island.findings)
  expect(scenes.map(sceneWords).map(words => words.replace(/; [\d.]+ .s\./, '; …'))).toEqual([
    '1. Copy the counts: how many references there are to each object.',
    '2. Take off one for each arrow from within. Above 0, so held from outside: c.',
    '3. Follow the arrows from those: c, d live.',
    '4. The rest is garbage: a, b.',
    'A collection, asked for at line 7, generation 2: 2 collected; …',
  ])
  expect(scenes[4]).toMatchObject({ kind: 'collection', graph: { line: 7 } })
})

test('collections that come by themselves stand where they came', () => {
  const { collections, scenes, counts } = story(byItself.findings)
  expect(scenes).toHaveLength(collections.length)
  expect(collections.length).toBeGreaterThan(10)
  expect(counts.length).toBeLessThanOrEqual(400)
  expect(collections.map(({ at }) => at)).toEqual(collections.map(({ at }) => at).sort((one, other) => one - other))
  for (const { young } of collections) expect(young).toBeGreaterThan(1900)
})

test('nodes have a place of their own, inside the drawing; those that share a type are numbered', () => {
  const node = { type: 'Node', name: null, count: 1, inner: 1, fate: 'garbage' } as const
  const ring = (size: number): Graph => ({ kind: 'steps', line: 1, more: 0, nodes: Array.from({ length: size }, () => node), edges: Array.from({ length: size }, (_, index) => [index, (index + 1) % size]) })
  for (const graph of [ring(1), ring(2), ring(5), { ...ring(16), edges: [] }]) {
    const { places, width, height } = placeNodes(graph)
    expect(places).toHaveLength(graph.nodes.length)
    places.forEach(([x, y], index) => {
      expect(x > 20 && x < width - 20 && y > 20 && y < height - 20).toBe(true)
      for (const [otherX, otherY] of places.slice(index + 1)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(50)
    })
  }
  expect(nodeNames(ring(2))).toEqual(['Node 1', 'Node 2'])
})

test('bars are of what is alive at a step, or of what has come since a line', () => {
  const all = memory(growing.findings)
  const end = all.steps.length - 1
  expect(bytesByLine(all, end).map(({ line }) => line)).toEqual([5, 6])
  expect(bytesByLine(all, end)[1]!.bytes / 200 / 1024).toBeCloseTo(1, 1)
  const since = bytesByLine(memory(windows.findings), memory(windows.findings).steps.length - 1, 4)
  expect(since.map(({ line, bytes }) => [line, Math.round(bytes / 1e5)])).toEqual([[4, 20]])
  expect(sampleWords(all, end)).toMatch(/^At the end: \d+ kB alive; the most so far \d+ kB\.$/)
  expect(memory([])).toMatchObject({ peak: 0, steps: [] })
})

test('where nothing stays alive between lines, each line has the most that was alive while it ran', () => {
  const all = memory(peak.findings)
  expect(bytesByLine(all, all.steps.length - 1)).toEqual([])
  expect(peakByLine(all).map(({ line, bytes }) => [line, bytes > 1e6])).toEqual([[1, false], [2, true], [3, false], [4, false]])
})

test('bytes are said with three digits at most', () => {
  expect([0, 999, 1000, 10_400, 204_800, 999_600, 4_000_997, -1_511_050].map(bytesWords)).toEqual(['0 B', '999 B', '1.0 kB', '10.4 kB', '205 kB', '1.0 MB', '4.0 MB', '−1.5 MB'])
  expect(mebibytes(2 ** 20 * 1.44)).toBe('1.4 MiB')
})

test('the map of pools follows arenas that change and go', () => {
  const [full, few, none] = pools(survivors.findings)
  expect(full!.arenas.map(arena => arena!.filter(({ used }) => used > 0).length)).toEqual([...Array.from({ length: 12 }, () => 64), 17])
  expect(few!.arenas.flatMap(arena => arena!.filter(({ used }) => used > 0))).toEqual(Array.from({ length: 13 }, () => ({ size: 64, used: 1 })))
  expect(none!.arenas.filter(Boolean)).toHaveLength(1)
  expect(momentWords(none!.moment)).toBe('Line 7: free of 13 blocks. 0 blocks in use, in 0 pools of 1 arena; 12 arenas went back to the system.')
  expect(pools(rounding.findings).at(-1)!.moment).toMatchObject({ large: 1, blocks: 33, pool: { size: 32 } })
})

test.each([1, 2, 13, 15, 49, 80])('%i arenas fit the drawing', (count) => {
  const { columns, cell, across, gap } = arenaLayout(count, 440, 152)
  expect(columns * (across * cell + gap)).toBeLessThanOrEqual(440)
  expect(Math.ceil(count / columns) * (64 / across * cell + gap)).toBeLessThanOrEqual(152)
  expect(cell).toBeGreaterThanOrEqual(count > 50 ? 2 : 3)
})
