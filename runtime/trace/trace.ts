/** What happened in a run, in order: who had the interpreter, who waited for what, what was printed. */

/** What a thread waits for. */
export type WaitFor = 'lock' | 'thread' | 'sleep' | 'input' | 'loop' | 'process' | 'other'

/** How a task, a future or a process ended. */
export type Outcome = 'returned' | 'raised' | 'cancelled'

/** How far the life of a process has come. */
export type ProcessStage = 'import' | 'unpickle' | 'work' | 'end'

export type Way = 'pickle' | 'unpickle'

/** Where something happened. */
interface Moment {
  /** Seconds of the run's clock since the run began. */
  time: number
  /** The thread that did it; 1 is the main one. */
  thread: number
  /** The program's line that it was at, counted from 1. */
  line: number | null
}

/** What a thread did or what befell it; `object`, `task` and `future` are numbers in the order of first appearance. */
type What =
  /** `thread` starts `child`, which may run from now on. */
  | { kind: 'start', child: number, name: string, daemon: boolean }
  /** It has the interpreter (the GIL) from now on. */
  | { kind: 'run' }
  /** It lets go of the interpreter, since another asked a switch interval ago; it could go on. */
  | { kind: 'interval' }
  /** It lets go by itself, and could go on: `sleep(0)`, or another was chosen. */
  | { kind: 'yield' }
  /** It lets go and waits; `through` is the library function that waits for it, for instance `Queue.get`. */
  | { kind: 'wait', for: WaitFor, object: number | null, through: string | null }
  /** Its wait is over, by what it waited for or else by its time-out: it could run. */
  | { kind: 'ready', woken: boolean }
  | { kind: 'end' }
  /** An exception that ended the thread. */
  | { kind: 'raise', type: string, message: string }
  | { kind: 'line' }
  | { kind: 'acquire', object: number }
  | { kind: 'release', object: number }
  | { kind: 'put', object: number }
  | { kind: 'get', object: number }
  | { kind: 'print', stream: 'stdout' | 'stderr', text: string }
  /** A task is made by `parent`, a task, or by none. */
  | { kind: 'task', task: number, name: string, parent: number | null }
  /** A task goes on until `suspend` or `done`. */
  | { kind: 'step', task: number }
  /** It waits for `what`, for instance `sleep` or `Queue.get`. */
  | { kind: 'suspend', task: number, what: string | null }
  | { kind: 'done', task: number, outcome: Outcome }
  /** A call is given to an executor; `name` is the function's. */
  | { kind: 'submit', future: number, name: string }
  | { kind: 'settle', future: number, outcome: Outcome }
  /** A process is started; `boot` when its interpreter can run the program's functions; `exit` when it is gone. */
  | { kind: 'spawn', process: number, name: string }
  | { kind: 'boot', process: number }
  /** Of a process that was started: it has come so far. It imports the program's file, unpickles what it is to do, does it, and ends as an interpreter does. */
  | { kind: 'stage', name: ProcessStage }
  /** Objects are made bytes, or bytes objects, for other processes; `pickled` when that is done, with 0 bytes where it failed. */
  | { kind: 'pickle', way: Way }
  | { kind: 'pickled', way: Way, bytes: number }
  /**
   * So many bytes of pickled objects have gone to a process (0 is any of several), or come from it. What goes in at one end
   * of a `channel` comes out at its other in the same order; 0 is what a process is started with. For so many
   * microseconds, `taken`, the sender had to wait until they were taken.
   */
  | { kind: 'send', process: number, bytes: number, channel: number, taken: number }
  | { kind: 'receive', process: number, bytes: number, channel: number }
  | { kind: 'exit', process: number, code: number }
  /** There was more than is told of this process: from here on only who is started (`start`, `spawn`) is. Of no thread: 0. */
  | { kind: 'cut' }

export type TraceEvent = Moment & What

/** A lock, a condition, a queue: what threads wait for. */
export interface TraceObject {
  id: number
  /** Its class, for instance `Lock` or `Queue`. */
  type: string
  /** The variable or attribute that holds it, where one was found; else its type. */
  name: string
}

/** What happened in a process that the program started, on the same clock. */
export interface ChildTrace {
  process: number
  events: TraceEvent[]
}

/** All that was noted of one run. */
export interface Trace {
  /** What happened in the program's own process. */
  events: TraceEvent[]
  /** In the order in which they were first heard of. */
  children: ChildTrace[]
  objects: TraceObject[]
  /** Seconds of the run's clock, from its beginning to its end. */
  duration: number
  /** There was more than is told: a `cut` is among the events. */
  cut: boolean
}
