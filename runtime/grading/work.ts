/** What is kept of somebody's work on an exercise. */
import { z } from '../schema.ts'

const count = z.number().int().nonnegative()

export const workSchema = z.object({
  answer: z.string(),
  /** How often it was checked. */
  attempts: count,
  /** Of the best attempt. */
  points: count,
  passed: z.boolean(),
  /** Spent on it until it passed. */
  seconds: z.number().nonnegative(),
  /** Hints that were opened. */
  hints: count,
  /** How often the solution was asked for. */
  asked: count,
  /** When it was last changed or checked, in ISO 8601. */
  at: z.string(),
})
export type Work = z.infer<typeof workSchema>

/** By version of the exercise. */
export const editionsSchema = z.record(z.string(), workSchema)
export type Editions = z.infer<typeof editionsSchema>

/** Where nothing has been done yet. */
export function noWork(starter: string): Work {
  return { answer: starter.trimEnd(), attempts: 0, points: 0, passed: false, seconds: 0, hints: 0, asked: 0, at: '' }
}

/** The answer of `one`, with the better of both for the rest. */
export function bestOf(one: Work, other: Work): Work {
  const most = (key: 'attempts' | 'points' | 'seconds' | 'hints' | 'asked') => Math.max(one[key], other[key])
  return {
    answer: one.answer, attempts: most('attempts'), points: most('points'), passed: one.passed || other.passed,
    seconds: most('seconds'), hints: most('hints'), asked: most('asked'), at: one.at > other.at ? one.at : other.at,
  }
}
