/**
 * What crosses the border between the page (or the terminal) and an interpreter.
 * Types only, and the one place where what comes from outside is validated.
 */
import type { Exploration, ExploreOptions } from '../schedules/exploration.ts'
import type { PlayCommand, PlayOptions, Position } from '../schedules/play.ts'
import type { ChildStart } from './calls.ts'
import type { Finding } from '../memory/findings.ts'
import type { LookName } from '../memory/lookNames.ts'
import type { WireScene } from '../memory/objects/scene.ts'
import type { WireEvent } from '../trace/wire.ts'

/** A program to run from a clean namespace, as `__main__`. */
export interface RunRequest {
  /** The name that tracebacks show, for instance `gil/counter.py`. */
  file: string
  source: string
  /** Python files that it may import: text by path, relative to the program's folder. */
  modules?: Record<string, string>
  /** The listener is a terminal: it gets all output, however much, and shows by itself what is typed. */
  terminal?: boolean
  /** `virtual` (as without it): waiting takes no time, and every run is the same; `real`: the clock on the wall. */
  clock?: 'virtual' | 'real'
  /** Which of the threads that wait is the next, and what `random` gives, in virtual time; 0 without it. */
  seed?: number
  /** Where a thread may lose the interpreter: where CPython looks at the GIL (as without it), or before any bytecode. */
  switch?: 'gil' | 'every-bytecode'
  /** Tell the listener what happens. */
  trace?: boolean
  /** Tell the listener at each line which objects there are; `header` names one whose first bytes are told too. */
  objects?: { header?: string }
  /** Tell with the result which names the program left, for an editor to complete. */
  names?: boolean
  /** Look at the program's memory, and tell the listener what is found; such a run has no trace. */
  look?: LookName
  /** Run it under many schedules instead of once, in virtual time. */
  explore?: ExploreOptions
  /** Set where the run is a process that the program has started. */
  child?: ChildStart
  /** Let somebody choose who goes on, step by step, in virtual time: `RunListener.position` is asked after each. */
  play?: PlayOptions
  /** The source is an answer to an exercise: grade it, in virtual time. */
  grade?: GradeOptions
}

/** How to grade an answer. */
export interface GradeOptions {
  /** The source of check.py. */
  check: string
  /** The source of solution.py. */
  solution: string
  /** Names of checks; null for all. */
  only: string[] | null
  /** Each check runs so often, under one seed after another, until it fails. */
  repeat: number
  /** Comes with each event, so that no answer can speak for the grader. */
  nonce: string
}

export type Stream = 'stdout' | 'stderr'

/** A piece of output, in the order in which it was written. */
export interface OutputChunk {
  stream: Stream
  text: string
}

/** Why a program ended with an exception; cut to the user's own lines. */
export interface PythonError {
  /** The exception's class name, for instance `ZeroDivisionError`. */
  type: string
  message: string
  /** The traceback as text, without frames that are not the program's. */
  traceback: string
  /** The line of the program at fault, counted from 1, where there is one. */
  line: number | null
}

/** By name: what it refers to (`module threading`, `class Box`, `list`), and its attributes where they are not known without the run. */
export type LeftNames = Record<string, [what: string, attributes: string[] | null]>

/** How far an answer came; one that got to `check` has a verdict for each check. */
export type Stage = 'blank' | 'parse' | 'load' | 'check' | 'error'

/**
 * How a run ended. `duration` is in milliseconds of real time, `virtual` in seconds of the program's own clock, null where
 * that is the real one; `waiting` says of threads that waited for ever when the program ended, for what; `names` comes where it was asked for.
 */
export type RunResult =
  | { kind: 'done', duration: number, virtual: number | null, waiting?: string[], names?: LeftNames }
  | { kind: 'raised', error: PythonError, duration: number, virtual: number | null, waiting?: string[], names?: LeftNames }
  | { kind: 'exited', code: number, duration: number, virtual: number | null, waiting?: string[], names?: LeftNames }
  | { kind: 'explored', exploration: Exploration, duration: number }
  /** Nobody chooses any more, or the program cannot be played: then one sentence says why. */
  | { kind: 'played', error: string | null, duration: number }
  /** The grader came to its end, or no further than `stage`, for what `message` says. */
  | { kind: 'graded', stage: Stage, message: string, duration: number }
  | { kind: 'stopped', duration: number }
  | { kind: 'lost', problem: Problem, duration: number }

/** Something that kept Python from running, told to the person in front of it. */
export interface Problem {
  kind: 'no-webassembly' | 'no-jspi' | 'network' | 'memory' | 'fatal'
  /** One clear sentence: what happened and what to do. */
  sentence: string
}

/** What a run reports while it goes on. */
export interface RunListener {
  /** Output to show; at most `limits.shownBytes` and `limits.shownLines` in all. */
  output: (chunks: OutputChunk[]) => void
  /** The shown output was cut; the rest is kept for the download only. */
  cut: (note: { lines: number, bytes: number }) => void
  /** `input(prompt)` waits for a line; resolve with it, or with null for end of file. */
  input: (prompt: string) => Promise<string | null>
  /** The run left the queue and its first statement is about to run. */
  started: () => void
  /** What happened since the last call, where the request asked for it; `decodeTrace` reads all of it together. */
  trace?: (events: WireEvent[]) => void
  /** What the objects were like since the last call, where the request asked for it; `decodeScenes` reads all of it together. */
  objects?: (scenes: WireScene[]) => void
  /** What a look at the memory has found, where the request asked for one. */
  found?: (finding: Finding) => void
  /** So many schedules have been run. */
  progress?: (schedules: number) => void
  /** The program that is played stands here; resolve with what comes next, or with null for no more. */
  position?: (position: Position) => Promise<PlayCommand | null>
  /** How far the grading is; JSON, which `decodeGraded` reads. */
  graded?: (event: string) => void
}
