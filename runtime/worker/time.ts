/**
 * The two times of a worker: the real one, and the virtual one of a program that runs.
 *
 * Every clock of CPython ends in `performance.now` or `Date.now` of its worker. While a program runs
 * in virtual time these two answer from a cell of its interpreter's memory.
 */
import type { SharedClock } from '../border/calls.ts'

/** Milliseconds of real time, from some moment in the past. */
export const realNow: () => number = performance.now.bind(performance)

const realDate = Date.now

/** What `time.time()` says when a program in virtual time starts: midnight of 1 January 2026, UTC. */
export const virtualEpoch = Date.UTC(2026, 0, 1)

/** Each look at a virtual clock takes so many seconds: a program that waits for a time by looking gets there. */
const look = 1e-6

/** The time in seconds, kept in the interpreter's memory. */
export interface TimeCell {
  read: () => number
  add: (seconds: number) => void
}

/** Milliseconds of real time, the same in every worker of a page (or of a Node process). */
export const absoluteNow = (): number => performance.timeOrigin + realNow()

/** Lets `cell` answer every clock of this worker, until the returned function is called. */
export function keepTime(cell: TimeCell): () => void {
  const now = () => {
    cell.add(look)
    return cell.read() * 1000
  }
  return answer(now, virtualEpoch)
}

/** Lets the clock that all processes of a run share answer every clock of this worker, until the returned function is called. */
export function followClock({ origin, epoch }: SharedClock): () => void {
  return answer(() => absoluteNow() - origin, epoch)
}

function answer(now: () => number, epoch: number | null): () => void {
  Object.defineProperty(performance, 'now', { value: now, configurable: true })
  if (epoch !== null) Date.now = () => epoch + now()
  return () => {
    delete (performance as { now?: unknown }).now
    Date.now = realDate
  }
}
