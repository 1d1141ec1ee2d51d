/** The events of a trace as words for people. */
import type { ProcessStage, Trace, TraceEvent, WaitFor } from './trace.ts'
import { limits } from '../limits.ts'
import { threadNames, type ThreadName } from './threadNames.ts'

/** A time of a run, with a unit that fits: `0`, `12 µs`, `4.5 ms`, `1.25 s`. */
export function timeWords(seconds: number): string {
  if (seconds === 0) return '0'
  const [value, unit] = seconds < 0.9995e-3 ? [seconds * 1e6, 'µs'] : seconds < 0.9995 ? [seconds * 1e3, 'ms'] : [seconds, 's']
  const digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
  return `${Number(value.toFixed(digits))} ${unit}`
}

const stages: Record<ProcessStage, string> = {
  import: 'has its interpreter, and imports the program',
  unpickle: 'has imported the program, and unpickles what it is to do',
  work: 'has started up, and begins its work',
  end: 'has done its work, and ends',
}

const waits: Record<WaitFor, string> = {
  lock: 'a lock',
  thread: 'another thread to end',
  sleep: 'time to pass',
  input: 'input',
  loop: 'its event loop',
  process: 'a process',
  other: 'something outside',
}

/** A size with a unit that fits: `208 bytes`, `4.8 MB`. */
export function byteWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [value, unit] = bytes < 999_500 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${Number(value.toFixed(value >= 99.95 ? 0 : 1))} ${unit}`
}

/** Cut in the middle of nothing: at most `length` characters, with an ellipsis. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

/** Says what each event of a trace is; text that the program made is shortened. */
export class TraceWords {
  readonly names: Map<number, ThreadName>
  readonly #objects: Map<number, { type: string, name: string }>

  constructor(trace: Trace) {
    this.names = threadNames(trace.events)
    this.#objects = new Map(trace.objects.map(object => [object.id, object]))
  }

  /** A lock, a queue: by its variable, where that is known. */
  object(id: number): string {
    const object = this.#objects.get(id)
    if (!object) return `object ${id}`
    return shortened(object.name === object.type || object.name === '' ? `a ${object.type}` : object.name, 40)
  }

  thread(id: number): string {
    const known = this.names.get(id)
    return known ? known.order === 0 ? 'Main' : `${known.letter} (${shortened(known.name, 30)})` : `Thread ${id}`
  }

  /** What a thread waits for: `the lock balance_lock, in Queue.get`. */
  wait(kind: WaitFor, object: number | null, through: string | null): string {
    const what = object === null ? waits[kind]
      : kind === 'thread' ? `${this.object(object)} to end` : this.object(object)
    return through === null ? what : `${what}, in ${through}`
  }

  /** Who did it, in full: `A (deposit)`. */
  who(event: TraceEvent): string {
    return event.kind === 'cut' ? '' : this.thread(event.thread)
  }

  /** A process that was started; 0 is any of several. */
  process(id: number): string {
    return id === 0 ? 'a process' : `process ${id}`
  }

  /** Who and what: `A acquires balance_lock`. */
  short(event: TraceEvent): string {
    return `${this.who(event).replace(/ \(.*/s, '')} ${this.event(event)}`.trim()
  }

  event(event: TraceEvent): string {
    switch (event.kind) {
      case 'start': return `starts ${this.thread(event.child)}`
      case 'run': return 'takes the GIL and runs'
      case 'interval': return 'lets go of the GIL: its switch interval is over'
      case 'yield': return 'lets go of the GIL, and could go on'
      case 'wait': return `waits for ${this.wait(event.for, event.object, event.through)}`
      case 'ready': return event.woken ? 'could go on: what it waited for is there' : 'could go on: its time is up'
      case 'end': return 'ends'
      case 'raise': return `raises ${event.type}: ${shortened(event.message, 80)}`
      case 'line': return 'comes to this line'
      case 'acquire': return `acquires ${this.object(event.object)}`
      case 'release': return `releases ${this.object(event.object)}`
      case 'put': return `puts into ${this.object(event.object)}`
      case 'get': return `gets from ${this.object(event.object)}`
      case 'print': return `prints ${JSON.stringify(shortened(event.text, 80))}${event.stream === 'stderr' ? ' to stderr' : ''}`
      case 'task': return `makes task ${event.task}, ${shortened(event.name, 40)}`
      case 'step': return `task ${event.task} goes on`
      case 'suspend': return `task ${event.task} waits${event.what === null ? '' : ` for ${event.what}`}`
      case 'done': return `task ${event.task} ${event.outcome}`
      case 'submit': return `submits ${shortened(event.name, 40)} as future ${event.future}`
      case 'settle': return `future ${event.future} ${event.outcome}`
      case 'spawn': return `starts ${this.process(event.process)}, ${shortened(event.name, 40)}`
      case 'boot': return `hears that ${this.process(event.process)} can run the program`
      case 'stage': return stages[event.name]
      case 'pickle': return event.way === 'pickle' ? 'begins to pickle' : 'begins to unpickle'
      case 'pickled': return event.bytes === 0 ? `fails to ${event.way}` : `has ${event.way}d ${byteWords(event.bytes)}`
      case 'send': return `has sent ${byteWords(event.bytes)} to ${this.process(event.process)}`
      case 'receive': return `receives ${byteWords(event.bytes)} from ${this.process(event.process)}`
      case 'cut': return `Told up to here: the limit of ${limits.tracedEvents.toLocaleString('en')} events; what came after is not known`
      case 'exit': return `hears that ${this.process(event.process)} has ended, with exit code ${event.code}`
    }
  }
}
