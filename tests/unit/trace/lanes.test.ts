/** Traces as lanes: who did what from when to when. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { laneAxis, roundTimes } from '../../../runtime/trace/lanes/laneAxis.ts'
import { secondsBetween, threadCaption } from '../../../runtime/trace/lanes/laneCaption.ts'
import { momentAt, sliceAt, type Lane, type Lanes } from '../../../runtime/trace/lanes/lanes.ts'
import { laneName, momentWords, sliceWords } from '../../../runtime/trace/lanes/laneWords.ts'
import { taskCaption, taskLanes } from '../../../runtime/trace/lanes/taskLanes.ts'
import { threadLanes } from '../../../runtime/trace/lanes/threadLanes.ts'
import { timeWords, TraceWords } from '../../../runtime/trace/traceWords.ts'
import { recordingSchema } from '../../../runtime/run/recording.ts'
import { computingAndWaiting, deadlock, manyEvents, oneEvent, oneLock, producerAndConsumer, tasks } from '../../support/traces.ts'

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

describe('lanes of threads', () => {
  test('are in the order of creation, and every moment of a thread’s life is in one slice', () => {
    const { lanes } = read(computingAndWaiting())
    expect(lanes.lanes.map(({ letter, name }) => `${letter} ${name}`)).toEqual(['M MainThread', 'A compute-1', 'B compute-2', 'C network'])
    for (const lane of lanes.lanes) {
      for (const [index, slice] of lane.slices.entries()) {
        expect(slice.to).toBeGreaterThan(slice.from)
        if (index > 0) expect(slice.from).toBe(lane.slices[index - 1]!.to)
      }
    }
  })

  test('at most one thread has the GIL after any event', () => {
    for (const wire of [computingAndWaiting(), oneLock(), deadlock(), producerAndConsumer(), manyEvents(500)]) {
      const { lanes } = read(wire)
      for (const event of lanes.events.keys()) {
        expect(lanes.lanes.filter(lane => sliceAt(lane, event)?.state === 'running').length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('hand-offs say from whom to whom and why', () => {
    const { lanes } = read(computingAndWaiting(2))
    const { events } = lanes
    expect(lanes.handOffs.map(({ event, from, to, why }) => `${Math.round(events[event]!.time * 1000)} ${from}→${to} ${why}`)).toEqual([
      '0 0→1 wait', '5 1→3 interval', '5 3→2 wait', '10 2→3 interval', '10 3→1 wait', '15 1→2 end', '20 2→3 end', '20 3→0 end',
    ])
  })

  test('a wait for a lock knows the lock and the line; who has it is known meanwhile', () => {
    const { lanes, words } = read(oneLock())
    const [, first, second] = lanes.lanes
    const wait = second!.slices.find(slice => slice.state === 'lock')!
    expect(wait).toMatchObject({ object: 1, line: 7, ended: 'ready' })
    expect(milliseconds(lanes, second!, 'lock')).toBeCloseTo(100, 1)
    expect(sliceWords(lanes, momentAt(lanes, wait.from)[2]!, 'threads', words)).toBe('B waits for balance_lock · 100 ms from 55 µs on · line 7 · until it could go on')
    expect(first!.holds).toHaveLength(1)
    expect(lanes.events[first!.holds[0]!.to]).toMatchObject({ kind: 'release', thread: 2 })
  })

  test('a moment tells each thread’s state and line', () => {
    const { lanes, words } = read(oneLock())
    const event = lanes.events.findIndex(({ time }) => time >= 0.10005)
    expect(momentWords(momentAt(lanes, event), 'threads', words)).toBe('B waits for balance_lock, line 7 · A waits for the GIL, line 9 · Main joins a thread, line 17')
    expect(momentAt(lanes, 0).map(({ slice, line }) => [slice?.state, line])).toEqual([['running', null], [undefined, null], [undefined, null]])
    expect(momentWords(momentAt(lanes, lanes.events.length), 'threads', words)).toBe('nobody is there any more')
  })

  test('what is not over at the end of the run goes on to it', () => {
    const { lanes } = read(deadlock())
    expect(lanes.lanes.slice(1).map(lane => lane.slices.at(-1))).toMatchObject([{ state: 'lock', object: 2, ended: null }, { state: 'lock', object: 1, ended: null }])
    expect(lanes.lanes.map(lane => lane.holds.map(hold => hold.to))).toEqual([[], [lanes.events.length], [lanes.events.length]])
  })

  test('one event, no event, and a trace without its beginning are lanes too', () => {
    expect(read(oneEvent()).lanes.lanes.map(states)).toEqual([['running']])
    expect(threadLanes(decodeTrace([])).lanes.map(states)).toEqual([[]])
    expect(read([['print', 5, 3, 2, 'stdout', 'x']]).lanes.lanes.map(states)).toEqual([[], ['running']])
  })

  test('fifty threads with long names have letters of their own', () => {
    const { lanes } = read(manyEvents(2000, 50, 200))
    expect(new Set(lanes.lanes.map(lane => lane.letter)).size).toBe(51)
    expect(lanes.lanes[0]!.letter).toBe('M')
  })
})

test.each([
  ['computing', computingAndWaiting(), 'A and B took turns 6 times; B waited 20.4 ms for the GIL.'],
  ['a lock', oneLock(), 'B waited 100 ms for balance_lock.'],
  ['a deadlock', deadlock(), 'A deadlock: A waits for right and B waits for left, for ever.'],
  ['a queue', producerAndConsumer(), 'B waited 1.5 s in Queue.get.'],
  ['one event', oneEvent(), 'One thread, which had the GIL all the time.'],
])('the caption of %s states what the run shows', (_, wire, caption) => {
  expect(read(wire).caption).toBe(caption)
})

test('a caption tells of the longest wait, not of the first', () => {
  const wire: WireEvent[] = [
    ['run', 0, 1, 1], ['wait', 10, 1, 1, 'lock', 0, 'Executor.submit'], ['ready', 20, 1, 1, 1], ['run', 20, 1, 2],
    ['wait', 30, 1, 2, 'lock', 0, 'as_completed'], ['ready', 5_000_030, 1, 2, 1], ['run', 5_000_030, 1, 3], ['over', 5_000_040, 0, 0],
  ]
  expect(read(wire).caption).toBe('Main waited 5 s in as_completed.')
})

test('names beside lanes are short, and say what the thread does', () => {
  const { lanes } = read(['Thread-1 (deposit)', 'ThreadPoolExecutor-0_2', 'x'.repeat(200)].map((name, index): WireEvent => ['start', 0, 1, 1, index + 2, name, 0]))
  expect(lanes.lanes.map(lane => laneName(lane, 'threads'))).toEqual(['Main', 'deposit', 'worker 2', 'x'.repeat(200)])
})

describe('lanes of tasks', () => {
  test('tell waiting, and a step that blocks the loop', () => {
    const lanes = taskLanes(decodeTrace(tasks()))
    expect(lanes.lanes.map(lane => lane.name)).toEqual(['main', 'tick', 'fetch', 'compute'])
    expect(states(lanes.lanes[3]!)).toEqual(['ready', 'running', 'sleep', 'blocking'])
    expect(states(lanes.lanes[2]!)).toEqual(['ready', 'running', 'other', 'running'])
    expect(lanes.lanes[1]!.marks.map(mark => mark.kind)).toEqual(['print', 'print', 'print', 'end'])
    expect(taskCaption(lanes)).toBe('compute blocked the loop for 300 ms: no other task could go on.')
  })

  test('a long step blocks even though its thread never waits', () => {
    const wire: WireEvent[] = [['run', 0, 1, 0], ['task', 0, 1, 1, 1, 'a', 0], ['step', 0, 1, 1, 1], ['done', 60_000, 1, 2, 1, 'returned'], ['over', 60_000, 0, 0]]
    expect(states(taskLanes(decodeTrace(wire)).lanes[0]!)).toEqual(['ready', 'blocking'])
    wire[3] = ['done', 40_000, 1, 2, 1, 'returned']
    expect(states(taskLanes(decodeTrace(wire)).lanes[0]!)).toEqual(['ready', 'running'])
  })
})

describe('the axis', () => {
  test('keeps order, spans the whole, and finds events again', () => {
    for (const kind of ['time', 'steps'] as const) {
      const { lanes } = read(oneLock())
      const { positions, eventAt } = laneAxis(lanes, kind)
      expect([positions[0], positions.at(-1)]).toEqual([0, 1])
      for (let event = 1; event < positions.length; event++) expect(positions[event]!).toBeGreaterThanOrEqual(positions[event - 1]!)
      for (const event of lanes.events.keys()) expect(positions[eventAt(positions[event]!)]).toBe(positions[event])
    }
  })

  test('gives what happens at one time a little room, but most of it to what takes long', () => {
    const { lanes } = read(oneLock())
    const { positions, ofTime, toTime } = laneAxis(lanes, 'time')
    const acquire = lanes.events.findIndex(({ kind }) => kind === 'acquire')
    expect(positions[acquire]! - positions[acquire - 1]!).toBeGreaterThan(0.004)
    expect(ofTime(0.1) - ofTime(0.0001)).toBeGreaterThan(0.35)
    expect(toTime(ofTime(0.05))).toBeCloseTo(0.05)
  })

  test('counts steps where the clock stands still', () => {
    expect(laneAxis(read([['run', 0, 1, 0], ['line', 0, 1, 1], ['end', 0, 1, 1]]).lanes, 'time').kind).toBe('steps')
  })

  test('has round numbers', () => {
    expect(roundTimes(0, 0.041, 5)).toEqual([0, 0.01, 0.02, 0.03, 0.04])
    expect(roundTimes(0.2, 0.9, 3).map(time => time.toFixed(1))).toEqual(['0.5'])
  })
})

test('times have a unit that fits', () => {
  expect([0, 0.0000004, 0.0000123, 0.000999, 0.00123, 0.0999, 0.9999, 1.234, 3600].map(timeWords))
    .toEqual(['0', '0.4 µs', '12.3 µs', '999 µs', '1.23 ms', '99.9 ms', '1 s', '1.23 s', '3600 s'])
})

test('only who waited beside others is said to have waited at the same time', () => {
  const recording = recordingSchema.parse(JSON.parse(readFileSync(new URL('../../../recordings/concurrency/same_wait.json', import.meta.url), 'utf8')))
  const { lanes, caption } = read(recording.trace!)
  // The slide says: in turn 0.6 s, by three threads 0.2 s, by one loop 0.1 s.
  const [main, a] = lanes.lanes
  const slept = main!.slices.filter(({ state }) => state === 'sleep')
  expect(secondsBetween(lanes, slept[0]!.from, a!.slices[0]!.from)).toBeCloseTo(0.6)
  expect(secondsBetween(lanes, a!.slices[0]!.from, a!.slices.at(-1)!.to)).toBeCloseTo(0.2)
  expect(lanes.duration).toBeCloseTo(0.9)
  expect(caption).toBe('A, B and C waited at the same time: 600 ms in all, within 200 ms.')
})
