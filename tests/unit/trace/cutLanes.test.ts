/** Where too much was told of a run: what came after is drawn, summed up and said nowhere as if it were known. */
import { describe, expect, test } from 'vitest'
import { lanePaths } from '../../../composables/trace/lanes/laneDrawing.ts'
import { laneLegend } from '../../../composables/trace/lanes/laneLegend.ts'
import { toChromeTrace } from '../../../runtime/trace/lanes/chrome-trace.ts'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { laneAxis } from '../../../runtime/trace/lanes/laneAxis.ts'
import { secondsBetween, threadCaption, untold } from '../../../runtime/trace/lanes/laneCaption.ts'
import { LaneStory } from '../../../runtime/trace/lanes/laneStory.ts'
import { momentAt, type Lane, type Lanes } from '../../../runtime/trace/lanes/lanes.ts'
import { momentWords, nameParts, sliceWords } from '../../../runtime/trace/lanes/laneWords.ts'
import { taskCaption, taskLanes } from '../../../runtime/trace/lanes/taskLanes.ts'
import { threadLanes } from '../../../runtime/trace/lanes/threadLanes.ts'
import { TraceWords } from '../../../runtime/trace/traceWords.ts'
import { computingAndWaiting, cut, oneLock } from '../../support/traces.ts'

function read(wire: WireEvent[]) {
  const trace = decodeTrace(wire)
  const lanes = threadLanes(trace)
  const words = new TraceWords(trace)
  return { trace, lanes, words, caption: threadCaption(lanes, words) }
}
const states = (lane: Lane) => lane.slices.map(slice => slice.state)
/** Milliseconds in all that a lane was in a state. */
const milliseconds = (lanes: Lanes, lane: Lane, state: string) => lane.slices
  .filter(slice => slice.state === state)
  .reduce((sum, slice) => sum + secondsBetween(lanes, slice.from, slice.to) * 1000, 0)

describe('a trace that was cut', () => {
  const { trace, lanes, words, caption } = read(cut())
  const [main, first, second, late] = lanes.lanes
  const at = lanes.events.findIndex(({ kind }) => kind === 'cut')

  test('leaves what came after unknown: no state, lock, hand-off or sum reaches over it', () => {
    expect(lanes.known).toBe(at)
    for (const lane of [main!, first!, second!]) expect(lane.slices.at(-1)).toMatchObject({ from: at, state: 'unknown', ended: null })
    expect(lanes.lanes.flatMap(lane => lane.holds.map(({ to }) => to))).toEqual([at])
    expect(lanes.handOffs.every(({ event }) => event < at)).toBe(true)
    expect(milliseconds(lanes, second!, 'ready')).toBeCloseTo(15.02, 2)
    expect(caption).toBe('A and B took turns 2 times; B waited 15 ms for the GIL.')
    expect(untold(lanes)).toBe('Told up to 20 ms: the limit of 100,000 events; what came after is not known.')
    expect(untold(read(computingAndWaiting()).lanes)).toBe('')
  })

  test('names who is started later, of whom nothing else is known', () => {
    expect(late).toMatchObject({ letter: 'C', name: 'late', slices: [{ state: 'unknown', ended: null }] })
  })

  test('is put in words wherever somebody points', () => {
    expect(sliceWords(lanes, momentAt(lanes, at)[1]!, 'threads', words)).toBe('What A did from 20 ms on is not known')
    expect(momentWords(momentAt(lanes, at), 'threads', words)).toBe('what anybody did then is not known')
    expect(sliceWords(lanes, momentAt(lanes, at - 1)[1]!, 'threads', words)).toMatch(/^A has the GIL · .* · no further is told$/)
    expect(words.short(lanes.events[at]!)).toBe('Told up to here: the limit of 100,000 events; what came after is not known')
    expect(words.who(lanes.events[at]!)).toBe('')
  })

  test('has an axis up to there, and a strip for all the rest, however long it was', () => {
    for (const kind of ['time', 'steps'] as const) {
      const { positions, known } = laneAxis(lanes, kind)
      expect(known).toBe(positions[at])
      expect(known).toBeGreaterThanOrEqual(0.9)
      expect(known).toBeLessThan(0.98)
      expect([...positions]).toEqual([...positions].sort((one, other) => one - other))
    }
    const { lanes: stopped } = read(cut().slice(0, -2))
    expect(laneAxis(stopped, 'time').known).toBeLessThan(0.98)
    expect(laneAxis(read(oneLock()).lanes, 'time').known).toBe(1)
  })

  test('is hatched from there on', () => {
    const { positions, ofTime } = laneAxis(lanes, 'time')
    const plot = { lanes, positions, ofTime, from: 0, to: 1, width: 1000, laneHeight: 20 }
    const [, x, width] = /^M([\d.]+) -10h([\d.]+)/.exec(lanePaths(plot, first!).bars.unknown!)!
    expect(Number(x)).toBeCloseTo(positions[at]! * 1000, 0)
    expect(Number(x) + Number(width)).toBeGreaterThanOrEqual(1000)
    expect(laneLegend(new LaneStory(trace, 'threads'))).toContainEqual({ sign: 'unknown', order: 0, words: 'not known' })
  })

  test('leaves tasks unknown too, and their sums end there', () => {
    const wire: WireEvent[] = [['run', 0, 1, 0], ['task', 10, 1, 1, 1, 'Task-1 (a)', 0], ['task', 20, 1, 1, 2, 'Task-2 (b)', 0], ['step', 30, 1, 2, 1], ['suspend', 40, 1, 3, 1, 'sleep'], ['step', 50, 1, 2, 2], ['cut', 80_000, 0, 0], ['over', 9_000_000, 0, 0]]
    const lanes = taskLanes(decodeTrace(wire))
    expect(lanes.lanes.map(states)).toEqual([['ready', 'running', 'sleep', 'unknown'], ['ready', 'blocking', 'unknown']])
    expect(taskCaption(lanes)).toBe('b blocked the loop for 80 ms: no other task could go on.')
    expect(untold(lanes)).toMatch(/^Told up to 80 ms: /)
  })

  test('is a state of its own in the Chrome Trace Event Format', () => {
    const { traceEvents } = toChromeTrace(trace, 'a.py')
    const last = Map.groupBy(traceEvents.filter(({ ph, pid }) => ph === 'X' && pid === 1), ({ tid }) => tid)
    expect([...last.values()].map(slices => slices.at(-1)!.name)).toEqual(Array(4).fill('not known'))
    expect(traceEvents.filter(({ ph, pid, ts, dur }) => ph === 'X' && pid === 2 && ts + dur! > 20_041)).toEqual([])
    expect(traceEvents.filter(({ ph, ts }) => ph === 'e' && ts > 20_041)).toEqual([])
  })
})

test('where lines are told no more, the last one told is no longer said to be the line', () => {
  const rows: WireEvent[] = [['run', 0, 1, 0]]
  for (let visit = 1; visit <= 20; visit++) rows.push(['line', visit * 10, 1, 4])
  rows.push(['release', 500, 1, 5, 1], ['acquire', 600, 1, 6, 1], ['put', 700, 1, 0, 1], ['wait', 800, 1, 7, 'sleep', 0, 'sleep'], ['over', 900, 0, 0])
  const { lanes, words } = read(rows)
  const wordsAt = (time: number) => momentWords(momentAt(lanes, lanes.events.findIndex(event => Math.round(event.time * 1e6) === time)), 'threads', words)
  expect([190, 200, 500, 700, 800].map(wordsAt)).toEqual(['Main has the GIL, line 4', 'Main has the GIL, line 4', 'Main has the GIL, line 5', 'Main has the GIL, last told at line 6', 'Main sleeps, line 7'])
})

test('a long name is cut inside, and not where it ends', () => {
  expect(['work', 'a dozen word', 'worker-connection-12'].map(nameParts)).toEqual([['work', ''], ['a dozen', ' word'], ['worker-connecti', 'on-12']])
})
