/** What the threads of a trace are called: in short for pictures, in full for sentences. */
import type { TraceEvent } from './trace.ts'

export interface ThreadName {
  /** As in the trace; 1 is the main one. */
  thread: number
  /** Its place in the order of creation, from 0: the number of its colour. */
  order: number
  /** `M` for the main thread, `A`, `B` … for the others, then `26`, `27` … */
  letter: string
  name: string
}

/** Without M, which is the main thread's. */
const letters = 'ABCDEFGHIJKLNOPQRSTUVWXYZ'

/** The letter of a thread, by its place in the order of creation; the main one is the first, 0. */
export function letterOf(order: number): string {
  return order === 0 ? 'M' : letters[order - 1] ?? `${order}`
}

/** A thread's name as views say it. */
export const shortName = ({ name }: { name: string }) => name === 'MainThread' ? 'Main' : name

/** The threads of a run in the order of creation. */
export function threadNames(events: readonly TraceEvent[]): Map<number, ThreadName> {
  const names = new Map<number, ThreadName>([[1, { thread: 1, order: 0, letter: 'M', name: 'MainThread' }]])
  const add = (thread: number, name: string) => {
    const order = names.size
    if (!names.has(thread)) names.set(thread, { thread, order, letter: letterOf(order), name })
  }
  for (const event of events) {
    if (event.kind === 'start') add(event.child, event.name)
    else if (!names.has(event.thread) && event.thread > 0) add(event.thread, `Thread ${event.thread}`)
  }
  return names
}
