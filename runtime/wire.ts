/** A trace as it crosses the border: rows of plain values, and how they become typed events. */
import type { Trace, TraceEvent, TraceObject } from './trace.ts'

/** `[kind, time in microseconds, thread, line, ...rest]`; line 0 is none. The rest is in the order of the fields in trace.ts. */
export type WireEvent = [kind: string, time: number, thread: number, line: number, ...rest: (string | number | boolean | null)[]]

/** What stands after the line in a row of each kind, in order. */
const fields: Record<TraceEvent['kind'], readonly string[]> = {
  start: ['child', 'name', 'daemon?'],
  run: [],
  interval: [],
  yield: [],
  wait: ['for', 'object!', 'through!'],
  ready: ['woken?'],
  end: [],
  raise: ['type', 'message'],
  line: [],
  acquire: ['object'],
  release: ['object'],
  put: ['object'],
  get: ['object'],
  print: ['stream', 'text'],
  task: ['task', 'name', 'parent!'],
  step: ['task'],
  suspend: ['task', 'what!'],
  done: ['task', 'outcome'],
  submit: ['future', 'name'],
  settle: ['future', 'outcome'],
  spawn: ['process', 'name'],
  boot: ['process'],
  send: ['process', 'bytes'],
  receive: ['process', 'bytes'],
  exit: ['process', 'code'],
}

/**
 * Reads the rows of a trace, whole or as far as it has come: its duration is then the time of the last event.
 * Throws an Error with one sentence where a row cannot be read.
 */
export function decodeTrace(wire: unknown): Trace {
  if (!Array.isArray(wire)) throw new Error('A trace is an array of events.')
  const events: TraceEvent[] = []
  const objects: TraceObject[] = []
  let cut = false
  let duration = 0
  for (const row of wire as WireEvent[]) {
    if (!Array.isArray(row)) throw new Error('An event of a trace is an array.')
    const [kind, time, thread, line, ...rest] = row
    const seconds = time / 1e6
    duration = Math.max(duration, seconds)
    if (kind === 'object') objects.push({ id: Number(rest[0]), type: String(rest[1]), name: String(rest[2]) })
    else if (kind === 'cut') cut = true
    else if (kind !== 'over') {
      const names = fields[kind as TraceEvent['kind']]
      if (!names) throw new Error(`A trace has an event of the unknown kind ${JSON.stringify(kind)}.`)
      const event: Record<string, unknown> = { kind, time: seconds, thread, line: line || null }
      names.forEach((name, index) => {
        const value = rest[index]
        if (name.endsWith('?')) event[name.slice(0, -1)] = Boolean(value)
        else if (name.endsWith('!')) event[name.slice(0, -1)] = value || null
        else event[name] = value
      })
      events.push(event as unknown as TraceEvent)
    }
  }
  return { events, objects, duration, cut }
}
