/** What verdicts say, in one place for the page and the terminal. */
import type { RunResult } from '../border/protocol.ts'
import type { CheckVerdict } from './verdict.ts'

export const words = {
  tooLong: (seconds: number) => `This has not ended after ${seconds} s of real time.`,
  exited: (code: number) => `The answer ended the interpreter with os._exit(${code}).`,
  forged: 'The answer tries to speak for the grader.',
  stopped: 'Stopped.',
  noChecks: 'The grader has no checks.',
} as const

/** Why a run ended in the middle of a check. */
export function endedBy(result: RunResult, late: boolean, seconds: number): string {
  if (late) return words.tooLong(seconds)
  if (result.kind === 'exited') return words.exited(result.code)
  if (result.kind === 'lost') return result.problem.sentence
  return words.stopped
}

/** One sentence for a whole verdict. */
export function summary(checks: CheckVerdict[]): string {
  const passed = checks.filter(check => check.status === 'pass').length
  if (passed === checks.length) return checks.length === 1 ? 'The check passes.' : `All ${checks.length} checks pass.`
  return `${passed} of ${checks.length} checks ${passed === 1 ? 'passes' : 'pass'}.`
}
