/** What is asked of a search over schedules, and what it answers; types only. */
import type { Switching } from './play.ts'
import type { WireEvent } from '../trace/wire.ts'

/** How to look for a schedule that fails. */
export interface ExploreOptions {
  /** At most so many. */
  schedules: number
  strategy: 'random' | 'pct' | 'exhaustive'
  /** How many ordered events a bug may need; for `pct`. */
  depth: number
  /** How often a thread that could go on may be stopped, for `exhaustive`; null for any number. */
  preemptions: number | null
  /** Only this schedule: the id of one that was found before. */
  replay: string | null
  /** What to look for instead of a failure: `deadlock`, the name of an exception, or a Python expression on the globals at the end. */
  goal?: string | null
  /** `gil`: switch only where CPython looks whether it is asked to let go of the GIL. */
  switch?: Switching
  /** Count how all schedules end, and stop at none. */
  count?: boolean
}

/** How so many schedules ended. */
export interface OutcomeCount {
  /** The failure, or the values of the names that the goal speaks of. */
  outcome: string
  schedules: number
  /** It is what the goal asks for; any failure without one. */
  goal: boolean
}

/** What a thread did of one line in one go. */
export interface Step {
  thread: string
  line: number
  /** The bytecode at which it was stopped, where it had not done the whole line. */
  bytecode?: string
  /** What it read and wrote of what threads share: global variables and attributes, in order. */
  accesses?: ['read' | 'write', string][]
}

/** What came of a search, or one sentence why there was none. */
export type Exploration = { error: string } | {
  schedules: number
  /** No other schedule is possible, at the accesses that other threads can notice. */
  explored_all: boolean
  /** Schedules that were ended because they went on for too long. */
  cut: number
  failure: null | {
    /** `goal`: no failure, but what was looked for. */
    kind: 'assertion' | 'exception' | 'deadlock' | 'goal'
    message: string
    schedule_id: string
    steps: Step[]
    preemptions: number
    /** What happened in it; `decodeTrace` reads it. Time goes by the choices there were. */
    trace: WireEvent[]
  }
  /** Where they were to be counted. */
  outcomes?: OutcomeCount[]
}
