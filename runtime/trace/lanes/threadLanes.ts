/** The lanes of threads: who had the GIL, who waited for it, who waited for something else. */
import { Holds } from './holds.ts'
import type { HandOff, Lanes } from './lanes.ts'
import { finished, LaneWriter } from './laneWriter.ts'
import { threadNames } from '../threadNames.ts'
import type { Trace, TraceEvent } from '../trace.ts'

/** A lane a thread, in the order of creation; the main thread is the first. */
export function threadLanes({ events, duration }: Trace): Lanes {
  const lanes = new Map<number, LaneWriter>()
  for (const { thread, ...name } of threadNames(events).values()) lanes.set(thread, new LaneWriter({ id: thread, ...name }))
  const handOffs: HandOff[] = []
  const used = new Map<number, number>()
  const holds = new Holds()
  /** Who had the GIL last, and why it let go. */
  let last: { lane: LaneWriter, why: TraceEvent['kind'] } | null = null

  let isCut = false

  for (const [index, event] of events.entries()) {
    if (event.kind === 'cut') {
      isCut = true
      for (const lane of lanes.values()) if (lane.open) lane.change(index, 'unknown', 'cut')
      holds.finish(index)
      continue
    }
    const lane = lanes.get(event.thread)
    if (!lane) continue
    lane.at(index, event.line)
    if ('object' in event && event.object !== null && !(event.kind === 'wait' && event.for === 'thread') && !used.has(event.object)) used.set(event.object, used.size)
    switch (event.kind) {
      case 'start':
        lane.mark(index, 'start')
        lanes.get(event.child)?.change(index, isCut ? 'unknown' : 'ready', 'start')
        break
      case 'run':
        if (last && last.lane !== lane) handOffs.push({ event: index, from: last.lane.order, to: lane.order, why: last.why })
        lane.change(index, 'running', 'run')
        last = { lane, why: 'run' }
        break
      case 'interval':
      case 'yield':
        last = { lane, why: event.kind }
        lane.change(index, 'ready', event.kind)
        break
      case 'wait':
        last = { lane, why: 'wait' }
        lane.change(index, event.for, 'wait', event.object, event.through).line = event.line ?? lane.lines.at(-1) ?? null
        break
      case 'ready':
        if (lane.open?.state !== 'running') lane.change(index, 'ready', 'ready')
        break
      case 'end':
        lane.mark(index, 'end')
        lane.close(index, 'end')
        last = { lane, why: 'end' }
        break
      case 'print':
      case 'raise':
      case 'acquire':
      case 'release':
      case 'put':
      case 'get':
        lane.mark(index, event.kind)
        if (event.kind === 'acquire') holds.acquire(lane.id, event.object, index, lane.holds)
        if (event.kind === 'release') holds.release(lane.id, event.object, index)
        break
    }
    // The beginning of a trace may be missing, but who does something runs.
    if (lane.slices.length === 0 && !lane.open && event.kind !== 'end' && !isCut) lane.change(index, 'running', 'run')
  }
  holds.finish(events.length)
  return finished({ events, lanes: [...lanes.values()], handOffs, messages: [], used, duration, isLinear: false })
}
