/** Traces of several processes as lanes: who ran at the same time, how they started, what was sent. */
import { describe, expect, test } from 'vitest'
import { parseLiveFence } from '../../../cli/run/fence.ts'
import { messagePath } from '../../../composables/trace/lanes/laneMessages.ts'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { laneAxis } from '../../../runtime/trace/lanes/laneAxis.ts'
import { secondsBetween, untold } from '../../../runtime/trace/lanes/laneCaption.ts'
import { momentAt, type Lane, type Lanes } from '../../../runtime/trace/lanes/lanes.ts'
import { laneName, momentWords } from '../../../runtime/trace/lanes/laneWords.ts'
import { processLanes } from '../../../runtime/trace/lanes/processLanes.ts'
import { processCaption, ProcessWords } from '../../../runtime/trace/lanes/processWords.ts'
import { byteWords } from '../../../runtime/trace/traceWords.ts'
import { threadLanes } from '../../../runtime/trace/lanes/threadLanes.ts'
import { computingAndWaiting, oneEvent, oneProcess, threadsThenProcesses } from '../../support/traces.ts'

function read(wire: WireEvent[]) {
  const trace = decodeTrace(wire)
  const lanes = processLanes(trace)
  return { trace, lanes, words: new ProcessWords(trace, lanes), caption: processCaption(lanes) }
}
const told = (lanes: Lanes, lane: Lane) => lane.slices.map(slice => `${slice.state} ${Math.round(secondsBetween(lanes, slice.from, slice.to) * 1000)}`)

describe('lanes of processes', () => {
  test('tell start-up, pickling, work, waiting and the end of each', () => {
    const { lanes } = read(oneProcess())
    expect(lanes.lanes.map(lane => `${lane.letter} ${laneName(lane, 'processes')}`)).toEqual(['M Main', 'P1 adder'])
    expect(told(lanes, lanes.lanes[0]!)).toEqual(['running 10', 'pickling 1', 'running 0', 'process 1', 'running 8', 'pickling 40', 'running 0', 'process 154', 'running 1', 'process 86', 'running 31'])
    expect(told(lanes, lanes.lanes[1]!)).toEqual(['starting 168', 'starting 20', 'pickling 10', 'running 1', 'process 1', 'running 1', 'pickling 47', 'running 41', 'ending 19'])
    expect(lanes.lanes[1]!.marks.map(({ kind }) => kind)).toEqual(['print', 'end', 'raise'])
  })

  test('the program’s threads have lanes, the library’s helpers have none; what they pickle is the program’s doing', () => {
    const { lanes } = read(threadsThenProcesses())
    expect(lanes.lanes.map(lane => `${lane.letter} ${laneName(lane, 'processes')}`)).toEqual(['M Main', 'A worker 0', 'B worker 1', 'P1 process 1', 'P2 process 2'])
    expect(new Set(lanes.lanes.map(({ id }) => id)).size).toBe(5)
    expect(told(lanes, lanes.lanes[1]!).slice(0, 4)).toEqual(['ready 0', 'running 5', 'ready 5', 'running 5'])
    expect(told(lanes, lanes.lanes[0]!)).toContain('pickling 2')
  })

  test('of one process at most one thread runs; two processes run at the same time', () => {
    const { lanes } = read(threadsThenProcesses())
    const runs = (event: number, some: Lane[]) => some.filter(lane => lane.slices.some(slice => ['running', 'pickling'].includes(slice.state) && slice.from <= event && event < slice.to)).length
    let most = 0
    for (const event of lanes.events.keys()) {
      expect(runs(event, lanes.lanes.slice(0, 3))).toBeLessThanOrEqual(1)
      most = Math.max(most, runs(event, lanes.lanes.slice(3)))
    }
    expect(most).toBe(2)
  })

  test('a message goes from where it was sent to where it arrived, even if the sender hears later that it has', () => {
    const { lanes } = read(oneProcess())
    const ends = lanes.messages.map(({ from, to, bytes, began, received }) => [from, to, bytes, Math.round(began * 1e4) / 10, lanes.events[received!]!.time * 1000])
    expect(ends).toEqual([[0, 1, 1_000_000, 60.5, 212], [1, 0, 20, 299.5, 299.8]])
  })

  test('through a channel that several read, the first to come is the first to go', () => {
    const { lanes } = read(threadsThenProcesses())
    expect(lanes.messages.map(({ from, to, bytes }) => `${from}→${to} ${bytes}`)).toEqual(['0→3 208', '0→4 208', '3→null 90', '4→null 90'])
  })

  test('a second is as wide as any other', () => {
    const { lanes } = read(oneProcess())
    const { positions } = laneAxis(lanes, 'time')
    for (const [index, { time }] of lanes.events.entries()) expect(positions[index]!).toBeCloseTo(time / lanes.duration, 9)
  })

  test('a process that is known by its own events only, no process, and one event are lanes too', () => {
    expect(read([['run', 0, 1, 0], ['of', 0, 0, 0, 50], ['print', 5, 1, 2, 'stdout', 'x']]).lanes.lanes.map(({ name }) => name)).toEqual(['MainThread', 'Process 50'])
    expect(read(oneEvent()).caption).toBe('One process, and no other was started.')
    expect(read(computingAndWaiting()).lanes.lanes.map(({ letter }) => letter)).toEqual(['M', 'A', 'B', 'C'])
    expect(processLanes(decodeTrace([])).lanes.map(({ slices }) => slices)).toEqual([[]])
  })

  test('a timeline of threads knows nothing of what happens in other processes', () => {
    expect(threadLanes(decodeTrace(oneProcess())).lanes.map(({ letter }) => letter)).toEqual(['M'])
  })
})

test('where one process told too much, its lane is unknown from there on, and the others’ are not', () => {
  const rows: WireEvent[] = [['run', 0, 1, 0], ['spawn', 10, 1, 3, 43, 'x'], ['spawn', 20, 1, 3, 44, 'y'], ['wait', 30, 1, 4, 'process', 0, 'Process.join']]
  for (const process of [43, 44]) rows.push(['of', 0, 0, 0, process], ['run', 200_000, 1, 0], ['stage', 200_000, 1, 0, 'import'], ['stage', 210_000, 1, 0, 'work'], ['print', 300_000, 1, 2, 'stdout', 'x'], ['of', 0, 0, 0, 0])
  const child: WireEvent[] = [['of', 0, 0, 0, 43], ['cut', 400_000, 0, 0], ['of', 0, 0, 0, 0]]
  const end: WireEvent[] = [['exit', 800_000, 1, 4, 43, 0], ['over', 1_000_000, 0, 0]]
  const { lanes } = read([...rows, ...child, ...end])
  expect(told(lanes, lanes.lanes[1]!)).toEqual(['starting 200', 'starting 10', 'running 190', 'unknown 400'])
  expect(told(lanes, lanes.lanes[2]!).at(-1)).toBe('running 790')
  expect(untold(lanes)).toBe('What is hatched is not known: the limit of 100,000 events a process.')
  expect(laneAxis(lanes, 'time').known).toBe(1)
  const whole = read([...rows, ...child, ['cut', 500_000, 0, 0], ['spawn', 600_000, 1, 5, 45, 'z'], ['over', 1_000_000, 0, 0]]).lanes
  expect(whole.lanes.map(lane => lane.slices.at(-1)!.state)).toEqual(['unknown', 'unknown', 'running', 'starting'])
})

test('captions state what the run shows', () => {
  expect(read(oneProcess()).caption).toBe('P1 took 188 ms to start. 1 MB were sent; pickling took 98 ms.')
  expect(read(threadsThenProcesses()).caption).toBe('A and B took turns for 40 ms. P1 and P2 ran at the same time for 22 ms, after a start of 49.5 ms.')
})

test('a caption tells of waits at the same time where nobody computes', () => {
  const rows: WireEvent[] = [['run', 0, 1, 0]]
  for (const process of [43, 44]) {
    rows.push(['spawn', 10, 1, 3, process, 'x'], ['of', 0, 0, 0, process], ['run', 200_000, 1, 0], ['stage', 200_000, 1, 0, 'import'], ['stage', 210_000, 1, 0, 'work'],
      ['wait', 210_500, 1, 2, 'sleep', 0, 'sleep'], ['ready', 610_500, 1, 2, 0], ['run', 610_500, 1, 2], ['stage', 611_000, 1, 0, 'end'], ['end', 612_000, 1, 0], ['of', 0, 0, 0, 0])
  }
  expect(read([...rows, ['over', 700_000, 0, 0]]).caption).toBe('P1 and P2 slept at the same time for 400 ms, after a start of 210 ms.')
})

test('words name processes by their letters', () => {
  const { lanes, words } = read(oneProcess())
  const all = lanes.events.map(event => words.short(event))
  expect(all).toEqual(expect.arrayContaining(['Main starts P1, adder', 'Main has sent 1 MB to P1', 'P1 receives 1 MB from Main', 'P1 has unpickled 1 MB', 'Main hears that P1 has ended, with exit code 3']))
  expect(words.who(lanes.events.find(({ kind }) => kind === 'print')!)).toBe('P1 (adder)')
  const at = (time: number) => momentWords(momentAt(lanes, lanes.events.findLastIndex(event => event.time <= time)), 'processes', words)
  expect(at(0.1)).toBe('Main waits for other processes, in Connection.send, line 10 · P1 starts: a worker, an interpreter')
  expect(at(0.22)).toMatch(/^Main waits .* · P1 unpickles, line 4$/)
  expect([1, 208, 1500, 999_499, 4_871_352, 250_000_000].map(byteWords)).toEqual(['1 byte', '208 bytes', '1.5 kB', '999 kB', '4.9 MB', '250 MB'])
})

test('arrows are left out where there are too many to be seen', () => {
  const { lanes } = read(oneProcess())
  const { positions, ofTime } = laneAxis(lanes, 'time')
  const plot = { lanes, positions, ofTime, from: 0, to: 1, width: 700, laneHeight: 26 }
  expect(messagePath(plot).lines.match(/M/g)).toHaveLength(2)
  expect(messagePath({ ...plot, from: 0.9 }).lines).toMatch(/^M[^M]*$/)
  const many = { ...lanes, messages: Array.from({ length: 200 }, () => lanes.messages[0]!) }
  expect(messagePath({ ...plot, lanes: many })).toEqual({ lines: '', tips: '' })
})

test('an author gets real time with this view, and is told that there is no other', () => {
  expect(parseLiveFence('py {live, view: \'processes\'}')).toMatchObject({ clock: 'real' })
  expect(parseLiveFence('py {live, view: \'timeline\'}')).toMatchObject({ clock: 'virtual' })
  expect(() => parseLiveFence('py {live, view: \'processes\', clock: \'virtual\'}')).toThrow(/processes run in real time/)
})

test.each([
  [['stage', 0, 1, 0, 'sleep'], 'one of import, unpickle, work, end is needed'],
  [['of', 0, 0, 0, 'x'], 'a whole number is needed'],
  [['send', 0, 1, 0, 43, 20], '4 values are needed after the line of "send"'],
] as [WireEvent, string][])('an event that cannot be read is named: %j', (event, sentence) => {
  expect(() => decodeTrace([event])).toThrow(sentence)
})
