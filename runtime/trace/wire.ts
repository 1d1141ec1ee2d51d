/** A trace as it crosses borders and is recorded; from there to typed events, each of which is checked once, here. */
import type { Outcome, ProcessStage, Trace, TraceEvent, TraceObject, WaitFor, Way } from './trace.ts'

/**
 * An event, with the time in microseconds and 0 for no line; the rest is in the order of the fields in trace.ts, with 0
 * for none. Objects come as `["object", 0, 0, 0, id, type, name]`;
 * `["over", time, 0, 0]` that the run ended, `["of", 0, 0, 0, process]` that what follows happened in a process that was
 * started, with 0 for the program itself.
 */
export type WireEvent = [kind: string, time: number, thread: number, line: number, ...rest: (string | number | boolean | null)[]]

type Reader = (value: unknown) => unknown

function fail(what: string, value: unknown): never {
  throw new Error(`${what}, not ${JSON.stringify(value)?.slice(0, 80)}`)
}
const whole: Reader = value => Number.isInteger(value) ? value : fail('a whole number is needed', value)
const wholeOrNull: Reader = value => whole(value) || null
const text: Reader = value => typeof value === 'string' ? value : fail('a text is needed', value)
const textOrNull: Reader = value => value === 0 || value === null ? null : text(value)
const flag: Reader = value => [0, 1, false, true].includes(value as number) ? Boolean(value) : fail('0 or 1 is needed', value)

function oneOf<T extends string>(...words: T[]): Reader {
  return value => words.includes(value as T) ? value : fail(`one of ${words.join(', ')} is needed`, value)
}

const waitFor = oneOf<WaitFor>('lock', 'thread', 'sleep', 'input', 'loop', 'process', 'other')
const outcome = oneOf<Outcome>('returned', 'raised', 'cancelled')

const way = oneOf<Way>('pickle', 'unpickle')

/** What follows `[kind, time, thread, line` in an event, in order. */
const rest: Record<TraceEvent['kind'], Record<string, Reader>> = {
  start: { child: whole, name: text, daemon: flag },
  run: {},
  interval: {},
  yield: {},
  wait: { for: waitFor, object: wholeOrNull, through: textOrNull },
  ready: { woken: flag },
  end: {},
  raise: { type: text, message: text },
  line: {},
  acquire: { object: whole },
  release: { object: whole },
  put: { object: whole },
  get: { object: whole },
  print: { stream: oneOf('stdout', 'stderr'), text },
  task: { task: whole, name: text, parent: wholeOrNull },
  step: { task: whole },
  suspend: { task: whole, what: textOrNull },
  done: { task: whole, outcome },
  submit: { future: whole, name: text },
  settle: { future: whole, outcome },
  spawn: { process: whole, name: text },
  boot: { process: whole },
  stage: { name: oneOf<ProcessStage>('import', 'unpickle', 'work', 'end') },
  pickle: { way },
  pickled: { way, bytes: whole },
  send: { process: whole, bytes: whole, channel: whole, taken: whole },
  receive: { process: whole, bytes: whole, channel: whole },
  exit: { process: whole, code: whole },
  cut: {},
}
const fieldsOf = new Map(Object.entries(rest).map(([kind, fields]) => [kind, Object.entries(fields)]))

/**
 * Reads what a run told, all pieces together. Where the run was stopped or lost, its last event is its end.
 * Throws an Error with one sentence that says which event cannot be read.
 */
export function decodeTrace(wire: unknown): Trace {
  if (!Array.isArray(wire)) throw new Error('A trace must be an array of events.')
  const trace: Trace = { events: [], children: [], objects: [], duration: 0, cut: false }
  let process = 0
  wire.forEach((item: unknown, index) => {
    try {
      if (Array.isArray(item) && item[0] === 'of') process = whole(item[4]) as number
      else add(trace, process, item)
    }
    catch (error) {
      throw new Error(`Event ${index} of the trace cannot be read: ${(error as Error).message}.`, { cause: error })
    }
  })
  trace.objects.sort((one, other) => one.id - other.id)
  return trace
}

/** Events as those of a process that was started. */
export function ofProcess(process: number, events: readonly WireEvent[]): WireEvent[] {
  return [['of', 0, 0, 0, process], ...events, ['of', 0, 0, 0, 0]]
}

function eventsOf({ events, children }: Trace, process: number): TraceEvent[] {
  if (process === 0) return events
  let child = children.find(child => child.process === process)
  if (!child) children.push(child = { process, events: [] })
  return child.events
}

function add(trace: Trace, process: number, item: unknown): void {
  if (!Array.isArray(item)) fail('an array is needed', item)
  const [kind, time, thread, line, ...values] = item as unknown[]
  if (typeof time !== 'number' || !(time >= 0)) fail('a time is needed', time)
  if (kind === 'object') {
    const [id, type, name] = values
    trace.objects.push({ id: whole(id), type: text(type), name: text(name) } as TraceObject)
    return
  }
  const seconds = Number((time / 1e6).toFixed(7))
  trace.duration = Math.max(trace.duration, seconds)
  if (kind === 'over') return
  if (kind === 'cut') trace.cut = true
  const fields = fieldsOf.get(kind as string) ?? fail('its kind is not known', kind)
  if (values.length !== fields.length) fail(`${fields.length} values are needed after the line of "${String(kind)}"`, values)
  const event: Record<string, unknown> = { kind, time: seconds, thread: whole(thread), line: wholeOrNull(line) }
  fields.forEach(([name, read], index) => (event[name] = read(values[index])))
  eventsOf(trace, process).push(event as unknown as TraceEvent)
}
