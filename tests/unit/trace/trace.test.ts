/** Traces on the wire, typed, and in the format of Chrome and Perfetto. */
import { describe, expect, test } from 'vitest'
import { toChromeTrace, type ChromeEvent } from '../../../runtime/trace/lanes/chrome-trace.ts'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { oneProcess } from '../../support/traces.ts'

/** Two threads, one lock: b waits for a; a task and a future that never ends. */
const wire: WireEvent[] = [
  ['run', 0, 1, 0],
  ['start', 10.5, 1, 3, 2, 'b', 1],
  ['acquire', 20, 1, 4, 1],
  ['interval', 30, 1, 5],
  ['run', 30, 2, 0],
  ['wait', 40, 2, 8, 'lock', 1, 0],
  ['run', 40, 1, 5],
  ['task', 45, 1, 5, 1, 'Task-1', 0],
  ['step', 45, 1, 5, 1],
  ['suspend', 47, 1, 5, 1, 'sleep'],
  ['release', 50, 1, 6, 1],
  ['ready', 50, 2, 8, 1],
  ['submit', 52, 1, 6, 2, 'job'],
  ['wait', 55, 1, 6, 'sleep', 0, 0],
  ['run', 55, 2, 8],
  ['acquire', 55, 2, 8, 1],
  ['print', 60, 2, 9, 'stdout', 'hello\n'],
  ['raise', 70, 2, 9, 'ValueError', 'no'],
  ['end', 80, 2, 0],
  ['object', 0, 0, 0, 1, 'Lock', 'lock'],
  ['over', 100, 0, 0],
]

describe('a trace on the wire', () => {
  test('becomes typed events, objects, and how long the run was', () => {
    const trace = decodeTrace(wire)
    expect(trace.duration).toBe(0.0001)
    expect(trace.cut).toBe(false)
    expect(trace.objects).toEqual([{ id: 1, type: 'Lock', name: 'lock' }])
    expect(trace.events).toHaveLength(wire.length - 2)
    expect(trace.events[1]).toEqual({ kind: 'start', time: 0.0000105, thread: 1, line: 3, child: 2, name: 'b', daemon: true })
    expect(trace.events[5]).toEqual({ kind: 'wait', time: 0.00004, thread: 2, line: 8, for: 'lock', object: 1, through: null })
    expect(trace.events[0]).toEqual({ kind: 'run', time: 0, thread: 1, line: null })
  })

  test('that was cut says so; one without an end lasts until its last event', () => {
    expect(decodeTrace([['run', 0, 1, 0], ['cut', 7, 0, 0]])).toEqual({ children: [], events: [{ kind: 'run', time: 0, thread: 1, line: null }, { kind: 'cut', time: 0.000007, thread: 0, line: null }], objects: [], duration: 0.000007, cut: true })
  })

  test.each([
    ['text', 'A trace must be an array of events.'],
    [[['run', 0, 1, 0], 'x'], 'Event 1 of the trace cannot be read: an array is needed, not "x".'],
    [[['fly', 0, 1, 0]], 'Event 0 of the trace cannot be read: its kind is not known, not "fly".'],
    [[['run', -1, 1, 0]], 'Event 0 of the trace cannot be read: a time is needed, not -1.'],
    [[['end', 0, 1, 0, 5]], 'Event 0 of the trace cannot be read: 0 values are needed after the line of "end", not [5].'],
    [[['wait', 0, 1, 0, 'godot', 0, 0]], /one of lock, thread, .* is needed, not "godot"/],
    [[['constructor', 0, 1, 0]], /its kind is not known/],
  ])('that cannot be read is refused with a sentence: %j', (broken, sentence) => {
    expect(() => decodeTrace(broken)).toThrow(sentence)
  })
})

describe('in the Chrome Trace Event Format', () => {
  const { displayTimeUnit, traceEvents } = toChromeTrace(decodeTrace(wire), 'a.py')
  const of = (ph: ChromeEvent['ph']) => traceEvents.filter(event => event.ph === ph)
  const slices = of('X').map(({ pid, tid, name, ts, dur }) => [pid, tid, name, ts, dur])

  test('each thread has a track with its states, the GIL one with its holders', () => {
    expect(displayTimeUnit).toBe('ms')
    expect(of('M').filter(({ name }) => name.endsWith('_name')).map(({ pid, tid, args }) => [pid, tid, args!.name])).toEqual([
      [1, 1, 'Python a.py'], [2, 1, 'The GIL'], [2, 1, 'held by'], [1, 1, 'MainThread'], [1, 2, 'b']])
    expect(slices.filter(([pid, tid]) => pid === 1 && tid === 1)).toEqual([
      [1, 1, 'running', 1, 30], [1, 1, 'waiting for the GIL', 31, 10], [1, 1, 'running', 41, 15], [1, 1, 'sleeping', 56, 45]])
    expect(slices.filter(([pid, tid]) => pid === 1 && tid === 2)).toEqual([
      [1, 2, 'waiting for the GIL', 11.5, 19.5], [1, 2, 'running', 31, 10], [1, 2, 'blocked on lock', 41, 10],
      [1, 2, 'waiting for the GIL', 51, 5], [1, 2, 'running', 56, 25]])
    expect(slices.filter(([pid]) => pid === 2)).toEqual([
      [2, 1, 'MainThread', 1, 30], [2, 1, 'b', 31, 10], [2, 1, 'MainThread', 41, 15], [2, 1, 'b', 56, 25]])
  })

  test('what lasts across threads is asynchronous, and each beginning has its end', () => {
    expect(of('b').map(({ cat, name, ts }) => [cat, name, ts])).toEqual([
      ['lock', 'lock held by MainThread', 21], ['task', 'Task-1', 46], ['step', 'running', 46], ['future', 'job', 53], ['lock', 'lock held by b', 56]])
    for (const { cat, id, ts } of of('b')) {
      const ends = of('e').filter(end => end.cat === cat && end.id === id)
      expect(ends, `${cat} ${id}`).toHaveLength(1)
      expect(ends[0]!.ts).toBeGreaterThanOrEqual(ts)
    }
    expect(of('e')).toHaveLength(5)
  })

  test('prints and exceptions are instants, a hand-off is an arrow between two slices', () => {
    expect(of('i').map(({ tid, name, ts, args }) => [tid, name, ts, args!.line])).toEqual([[2, 'hello', 61, 9], [2, 'ValueError', 71, 9]])
    expect([...of('s'), ...of('f')].map(({ tid, ts, id, bp }) => [tid, ts, id, bp])).toEqual([[1, 51, '1', undefined], [2, 56, '1', 'e']])
  })

  test('each process that was started has a track of its own, with what it did', () => {
    const { traceEvents } = toChromeTrace(decodeTrace(oneProcess()), 'a.py')
    const ofProcess = traceEvents.filter(({ pid, ph }) => pid === 53 && ph === 'X')
    expect(ofProcess.map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
      ['starting up', 12_001, 168_000], ['starting up', 180_001, 20_000], ['pickling', 200_001, 10_000], ['running', 210_001, 1000], ['waiting', 211_001, 1000],
      ['running', 212_001, 1000], ['pickling', 213_001, 47_000], ['running', 260_001, 41_000], ['ending', 301_001, 19_000]])
    expect(traceEvents.find(({ ph, pid, name }) => ph === 'M' && pid === 53 && name === 'process_name')!.args).toEqual({ name: 'adder' })
  })
})
