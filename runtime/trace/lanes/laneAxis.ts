/** Where the events of a run stand from left to right. */
import { lastAtMost, type Lanes } from './lanes.ts'

/**
 * `time`: as the run's clock says, but what is seen gets a little room even where the clock stands still, unless real times are compared;
 * `steps`: every event takes the same room.
 */
export type AxisKind = 'time' | 'steps'

export interface Axis {
  kind: AxisKind
  /** From 0 to 1, one for each event and one more for the end of the run; never falls. */
  positions: Float64Array
  /** The position up to which something is told; 1 for all. */
  known: number
  /** Where a time, in seconds, stands. */
  ofTime: (seconds: number) => number
  /** The time, in seconds, that stands at a position. */
  toTime: (position: number) => number
  /** The event that is the last at or before a position; 0 before the first. */
  eventAt: (position: number) => number
}

/** What is seen gets this part of the width, but all of it together not more than that. */
const room = 1 / 160
const roomInAll = 0.3
/** Where somebody waits to the end, and so for ever, that gets a part of the width too. */
const roomForEver = 0.07
/** What nobody tells, after what is told, gets a part of its width: at least and at most so much. */
const [leastUnknown, mostUnknown] = [1 / 40, 1 / 9]

/** Time that stands still all the run long has no axis: then it is steps. */
export function laneAxis({ events, duration, lanes, isLinear, known }: Lanes, wanted: AxisKind): Axis {
  const kind = duration > 0 ? wanted : 'steps'
  const positions = new Float64Array(events.length + 1)
  const seen = events.reduce((count, { kind }) => count + Number(kind !== 'line'), 0)
  const least = isLinear ? 0 : duration * Math.min(room, roomInAll / Math.max(1, seen))
  for (let index = 1; index <= events.length; index++) {
    const before = events[index - 1]!
    const time = events[index]?.time ?? Math.max(duration, before.time)
    const width = kind === 'steps' ? 1 : Math.max(time - before.time, before.kind === 'line' ? 0 : least)
    positions[index] = positions[index - 1]! + width
  }
  if (known !== null) shorten(positions, known)
  const isStuck = !isLinear && lanes.some(lane => lane.slices.at(-1)?.ended === null && lane.slices.at(-1)!.state === 'lock')
  if (isStuck) positions[events.length]! += positions[events.length]! * roomForEver
  const whole = positions[events.length]! || 1
  for (let index = 0; index < positions.length; index++) positions[index]! /= whole

  const times = Float64Array.from({ length: events.length + 1 }, (_, index) => events[index]?.time ?? Math.max(duration, events.at(-1)?.time ?? 0))
  return {
    kind,
    positions,
    known: known === null ? 1 : positions[known]!,
    ofTime(seconds) {
      const index = lastAtMost(times, seconds)
      if (index < 0) return 0
      if (index >= events.length) return 1
      const span = times[index + 1]! - times[index]!
      const part = span > 0 ? (seconds - times[index]!) / span : 0
      return positions[index]! + part * (positions[index + 1]! - positions[index]!)
    },
    toTime(position) {
      const index = Math.max(0, Math.min(events.length - 1, lastAtMost(positions, position)))
      const span = positions[index + 1]! - positions[index]!
      const part = span > 0 ? Math.min(1, (position - positions[index]!) / span) : 0
      return times[index]! + part * (times[index + 1]! - times[index]!)
    },
    eventAt: position => Math.max(0, Math.min(events.length - 1, lastAtMost(positions, position))),
  }
}

/** Makes what comes after the event with the number `known` a strip at the end, however long it is. */
function shorten(positions: Float64Array, known: number): void {
  const told = positions[known]!
  const rest = positions.at(-1)! - told
  const width = Math.min(Math.max(rest, told * leastUnknown), told * mostUnknown)
  for (let index = known + 1; index < positions.length; index++) {
    const part = rest > 0 ? (positions[index]! - told) / rest : Number(index === positions.length - 1)
    positions[index] = told + part * width
  }
}

const nice = [1, 2, 5, 10]

/** Round times in seconds between two times, about as many as wanted. */
export function roundTimes(from: number, to: number, wanted: number): number[] {
  const rough = (to - from) / Math.max(1, wanted)
  if (!(rough > 0)) return [from]
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = magnitude * nice.find(factor => factor * magnitude >= rough)!
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, index) => (first + index) * step)
}
