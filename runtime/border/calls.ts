/** What the processes of a run and their kernel say to each other. Types only. */

/** Names a pipe's end, a process's end or a semaphore; shared by all processes of a run. */
export type Handle = number

/** What a process asks; each is answered, but for those that `post` sends. `bytes` of a message travel beside it. */
export type Call =
  /** A pipe's two ends: what is sent into one comes out of the other. */
  | ['pipe']
  /** Sends the bytes; answered when the pipe holds no more than a pipe may: with who can receive them (see pipes.ts). False: nobody can read. */
  | ['send', Handle]
  /** The next bytes; answered with their sender. False: nobody can write any more. */
  | ['receive', Handle]
  /** Puts bytes back that were received in vain. */
  | ['return', Handle]
  /** Those of the handles that something can be received from; of a process, once it has ended. */
  | ['wait', Handle[]]
  /** Keeps an end open while it is on its way to another process, which then holds it. */
  | ['share', Handle]
  | ['hold', Handle]
  | ['close', Handle]
  | ['semaphore', value: number, most: number]
  | ['acquire', Handle]
  /** False: it has its highest value already. */
  | ['release', Handle]
  | ['value', Handle]
  | ['set', Handle, value: number]
  /**
   * Starts a process that holds these ends; the bytes are for its `lab.run.child`. Where it shall tell what happens
   * in it, `began` is when its program did. Its pid and the handle of its end; false: no more.
   */
  | ['spawn', name: string, held: Handle[], began: number | null]
  /** The exit code of a process that has ended. */
  | ['exit', pid: number]
  /** Ends a process; false where there is none. */
  | ['kill', pid: number, signal: number]
  /** Answers an earlier call with null, unless that was answered. */
  | ['cancel', ticket: number]

/** The clock of all processes of a run: absolute milliseconds (`absoluteNow`) at which it showed zero, and its date then. */
export interface SharedClock {
  origin: number
  /** What `time.time()` said at zero, in milliseconds; null where that is the date of the machine. */
  epoch: number | null
}

/** Told by a process: ticket 0 wants no answer; one that is not `patient` wants null instead of waiting. */
export interface CallMessage {
  kind: 'call'
  ticket: number
  patient: boolean
  call: Call
  bytes: Uint8Array<ArrayBuffer> | null
  /** Sent along with `spawn`. */
  clock: SharedClock | null
}

/** Ticket 0 is news of a child: `['boot', pid]` or `['exit', pid, code]`. */
export interface Reply {
  kind: 'reply'
  ticket: number
  value: Value
  bytes?: Uint8Array<ArrayBuffer>
}

export type Value = null | boolean | number | (number | string)[]

/** What a worker is told while its program runs. */
export type HostMessage =
  | { kind: 'line', line: string | null }
  | Reply
  /** Stop was pressed: the program's main thread is to meet a KeyboardInterrupt. */
  | { kind: 'interrupt' }
  /** Send what an interpreter is made of to this port, for a child. */
  | { kind: 'parts', port: MessagePort }

/** Makes a run that of a child process. */
export interface ChildStart {
  pid: number
  parent: number
  /** Of the parent's end. */
  sentinel: Handle
  clock: SharedClock
  /** Seconds of that clock at which the program began, where the process shall tell what happens in it. */
  began: number | null
  /** The pickles that `lab.processes.popen` made. */
  data: Uint8Array<ArrayBuffer>
}
