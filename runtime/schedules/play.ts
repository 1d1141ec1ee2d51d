/** Be the scheduler: what is asked of a program that is played, and where it stands. */

/** Where threads may be switched: only where CPython 3.14 looks, or before any bytecode. */
export type Switching = 'gil' | 'every-bytecode'

/** A thread, by its number, goes on until its next line, or by one bytecode; under `gil`, to the next place where it may be switched. */
export type Move = [thread: number, by: 'line' | 'bytecode']

export interface PlayOptions {
  moves: Move[]
  /** `deadlock`, the name of an exception, or a Python expression on the program's globals at its end. */
  goal: string | null
  switch: Switching
}

/** Play anew, from the beginning, under these moves. */
export interface PlayCommand {
  moves: Move[]
  /** Go on by lot until the goal is reached; `Position.found` has the moves. */
  find?: boolean
}

/** A variable and its value, in few characters. */
export interface Variable {
  name: string
  value: string
}

export interface PlayThread {
  /** 1 is the main thread. */
  id: number
  name: string
  state: 'can-run' | 'waits' | 'ended'
  /** The line at which it stands, counted from 1; the last one for a thread that has ended. */
  line: number | null
  /** What it waits for, in words: `waits for lock`. */
  waits: string | null
  /** The thread that could end its wait. */
  holder: number | null
  /** Where it stands among `bytecodes`. */
  offset: number | null
  /** The bytecodes of its line. */
  bytecodes: { offset: number, text: string }[]
  /** The values on its stack, the bottom first, `…` where one is not known; null where not even their number is. */
  stack: string[] | null
  locals: Variable[]
}

export interface PlayLock {
  name: string
  type: 'Lock' | 'RLock'
  holder: number | null
  waiters: number[]
}

export interface PlayStep {
  thread: number
  line: number
  /** The bytecode that was done, where it was not the whole line. */
  bytecode?: string
  /** No other thread could go on. */
  auto: boolean
  /** How many moves were made before it. */
  move: number
}

export interface Failure {
  kind: 'assertion' | 'exception' | 'deadlock'
  message: string
}

/** Where a program stands after some moves. */
export interface Position {
  threads: PlayThread[]
  /** The program's own global variables; without modules, functions, classes, threads and locks. */
  globals: Variable[]
  locks: PlayLock[]
  /** What was printed so far. */
  output: string
  steps: PlayStep[]
  /** How it ended; null while somebody can choose. */
  ending: null | { kind: Failure['kind'] | 'done', message: string }
  /** The first exception that escaped a thread, or the deadlock. */
  failure: Failure | null
  /** The goal is reached. */
  goal: boolean
  /** All the moves, where they were to be found and were. */
  found: Move[] | null
}
