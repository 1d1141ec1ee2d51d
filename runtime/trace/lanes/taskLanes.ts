/** The lanes of asyncio's tasks: which runs, which waits for what, which keeps the loop from all others. */
import { listed, secondsBetween, toldTime } from './laneCaption.ts'
import type { Lane, Lanes, LaneState } from './lanes.ts'
import { finished, LaneWriter } from './laneWriter.ts'
import { shortened, timeWords } from '../traceWords.ts'
import type { Trace } from '../trace.ts'

/** A step that takes so many seconds is noticed by people who wait for another task; one in which the thread waits, sooner. */
const longStep = 0.05
const longWait = 0.005

/** A lane a task, in the order of creation. A step that is long, or in which the thread itself waits, is `blocking`. */
export function taskLanes({ events, duration }: Trace): Lanes {
  const lanes = new Map<number, LaneWriter>()
  const used = new Map<number, number>()
  /** The task that each thread's loop is running, and where its thread began to wait within this step. */
  const current = new Map<number, { lane: LaneWriter, waited: boolean }>()

  function stopped(index: number, thread: number, kind: 'suspend' | 'done' | 'cut'): void {
    const step = current.get(thread)
    const slice = step?.lane.open
    if (!step || !slice) return
    if (secondsBetween({ events, duration }, slice.from, index) >= (step.waited ? longWait : longStep)) slice.state = 'blocking'
    step.lane.close(index, kind)
    current.delete(thread)
  }

  for (const [index, event] of events.entries()) {
    if (event.kind === 'cut') {
      const alive = [...lanes.values()].filter(lane => lane.open)
      for (const thread of [...current.keys()]) stopped(index, thread, 'cut')
      for (const lane of alive) lane.change(index, 'unknown', 'cut')
      break
    }
    const step = current.get(event.thread)
    const lane = step?.lane
    if (event.kind !== 'task') lane?.at(index, event.line)
    switch (event.kind) {
      case 'task': {
        const order = lanes.size
        const made = new LaneWriter({ id: event.task, order, letter: `${order + 1}`, name: ownName(event.name) })
        made.change(index, 'ready', 'task')
        lanes.set(event.task, made)
        break
      }
      case 'step': {
        const next = lanes.get(event.task)
        if (!next) break
        stopped(index, event.thread, 'suspend')
        next.change(index, 'running', 'step')
        next.at(index, event.line)
        current.set(event.thread, { lane: next, waited: false })
        break
      }
      case 'suspend':
        stopped(index, event.thread, 'suspend')
        lanes.get(event.task)?.change(index, stateOf(event.what), 'suspend', null, event.what)
        break
      case 'done': {
        const done = lanes.get(event.task)
        stopped(index, event.thread, 'done')
        done?.close(index, 'done')
        done?.mark(index, event.outcome === 'raised' ? 'raise' : 'end')
        break
      }
      case 'wait':
        if (step && event.for !== 'loop') step.waited = true
        break
      case 'print':
      case 'acquire':
      case 'release':
      case 'put':
      case 'get':
        if ('object' in event && lane && !used.has(event.object)) used.set(event.object, used.size)
        lane?.mark(index, event.kind)
        break
    }
  }
  for (const thread of current.keys()) stopped(events.length, thread, 'suspend')
  return finished({ events, lanes: [...lanes.values()], handOffs: [], messages: [], used, duration, isLinear: false })
}

/** Nothing to wait for is `sleep(0)`: it only gives way. */
function stateOf(what: string | null): LaneState {
  return what === null ? 'ready' : what === 'sleep' ? 'sleep' : 'other'
}

/** What the lanes of tasks show, in one sentence. */
export function taskCaption(lanes: Lanes): string {
  const name = (lane: Lane) => shortened(lane.name, 24)
  const seconds = (lane: Lane, states: readonly LaneState[]) => lane.slices
    .filter(slice => states.includes(slice.state))
    .reduce((sum, slice) => sum + secondsBetween(lanes, slice.from, slice.to), 0)
  const blocking = lanes.lanes.filter(lane => lane.slices.some(slice => slice.state === 'blocking'))
  if (blocking.length > 0) {
    const sum = blocking.reduce((all, lane) => all + seconds(lane, ['blocking']), 0)
    return `${listed(blocking.map(name))} blocked the loop for ${timeWords(sum)}: no other task could go on.`
  }
  const count = lanes.lanes.length
  if (count < 2) return 'One task, in one thread.'
  const slept = lanes.lanes.reduce((all, lane) => all + seconds(lane, ['sleep']), 0)
  return slept < toldTime(lanes) * 1.2
    ? `${count} tasks took turns in one thread.`
    : `${count} tasks of one thread slept at the same time: ${timeWords(slept)} in all, within ${timeWords(toldTime(lanes))}.`
}

/** asyncio's name for a task says less than its coroutine's, which the trace adds: `Task-2 (fetch)`. */
function ownName(name: string): string {
  return /^Task-\d+ \((.+)\)$/.exec(name)?.[1] ?? name
}
