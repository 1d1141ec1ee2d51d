/** What the grader says of an answer: check by check, with what proves it. */
import { z } from '../schema.ts'
import type { Exploration } from '../schedules/exploration.ts'
import type { Stage } from '../border/protocol.ts'

/** The schedule under which the answer fails, shrunk; `file` names the source that its lines are of. */
export interface ScheduleWitness {
  kind: 'schedule'
  file: string
  /** As `lab explore` tells it. */
  failure: NonNullable<Extract<Exploration, { schedules: number }>['failure']>
  schedules: number
}

/** Who holds an object that should have been freed, or what a cycle is made of. */
export interface ObjectsWitness {
  kind: 'objects'
  objects: { id: number, type: string, text: string, count: number | null, role: 'subject' | 'holder' | 'root' }[]
  /** `label` says by what: `.parent`, `[0]`, a variable's name. */
  references: { from: number, to: number, label: string, weak: boolean }[]
}

/** What was measured, against what it may be. */
export interface NumbersWitness {
  kind: 'numbers'
  rows: { what: string, value: number, limit: number, unit: string, better: 'less' | 'more' | 'equal' }[]
}

/** What happened, in order; `at` in seconds of the answer's clock, null where it does not matter. */
export interface EventsWitness {
  kind: 'events'
  rows: { at: number | null, who: string, what: string }[]
}

export type Witness = ScheduleWitness | ObjectsWitness | NumbersWitness | EventsWitness

export interface CheckVerdict {
  /** The name of the function in check.py. */
  name: string
  /** Its docstring's first line. */
  title: string
  points: number
  earned: number
  status: 'waiting' | 'running' | 'pass' | 'fail' | 'error'
  /** It failed before its end: the answer did not end, or ended the interpreter. */
  broken?: boolean
  /** What was called, what came, what should have come; null where it passed. */
  message: string | null
  /** What the answer printed meanwhile, cut to `limits.gradedOutput`. */
  output: string
  witness: Witness | null
  /** Schedules tried in all, where the check explores. */
  schedules: number
}

export interface Verdict {
  exercise: string
  version: string
  stage: Stage
  status: 'pass' | 'fail' | 'error'
  /** One sentence for the whole: the error of `parse` or `load`, or how many checks pass. */
  message: string
  points: number
  possible: number
  checks: CheckVerdict[]
  /** Milliseconds of real time. */
  duration: number
}

/** Exercism's results.json, version 3, of one exercise (exercism.org/docs/building/tooling/test-runners/interface). */
export interface Results {
  version: 3
  /** `error`: the tests could not run to their ends. */
  status: 'pass' | 'fail' | 'error'
  /** Why, where the status is `error`; else null. */
  message: string | null
  tests: { name: string, status: 'pass' | 'fail' | 'error', message: string | null, output: string | null, test_code: string, points: number, points_possible: number }[]
}

export const witnessKindSchema = z.enum(['schedule', 'objects', 'numbers', 'events'])
