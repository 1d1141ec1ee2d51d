/** The words for how an answer stands. */
import type { SessionState } from '../../runtime/run/session.ts'
import type { ListedCheck } from '../../runtime/grading/checkList.ts'
import type { CheckVerdict } from '../../runtime/grading/verdict.ts'
import { duration, loadingWords } from '../run/cellState.ts'
import type { GradingState } from './useGrading.ts'
import type { Work } from '../../runtime/grading/work.ts'

/** Checks that nobody has run yet. */
export function waitingChecks(listed: readonly ListedCheck[]): CheckVerdict[] {
  return listed.map(({ name, title, points }) => ({ name, title, points, earned: 0, status: 'waiting', message: null, output: '', witness: null, schedules: 0 }))
}

/** One sentence on the last grading, or on those before. */
export function summaryOf(state: GradingState, work: Work, session: SessionState): string {
  if (state.kind === 'over') return `${state.verdict.message}${state.verdict.stage === 'check' ? ` Checked in ${duration(state.verdict.duration)}.` : ''}`
  if (state.kind === 'checking') {
    if (session.kind === 'loading') return loadingWords(session)
    return state.checks.length > 0 ? `Checking: ${state.checks.filter(({ status }) => status !== 'waiting').length} of ${state.checks.length} …` : 'The checks begin …'
  }
  if (work.passed) return `Solved, with ${tries(work.attempts)}.`
  return work.attempts > 0 ? `Best of ${tries(work.attempts)}: ${work.points === 1 ? '1 point' : `${work.points} points`}.` : 'Write your answer, then press Check.'
}

/** `1 attempt`, `3 attempts`. */
export function tries(attempts: number): string {
  return attempts === 1 ? '1 attempt' : `${attempts} attempts`
}
