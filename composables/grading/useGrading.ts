/** The grading of one exercise, as something that can be shown. */
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { gradeAnswer, type Grading } from '../../runtime/grading/gradeAnswer.ts'
import type { Exercise } from '../../runtime/grading/exercise.ts'
import type { CheckVerdict, Verdict } from '../../runtime/grading/verdict.ts'
import type { Python } from '../usePython.ts'

export type GradingState =
  | { kind: 'none' }
  /** Python loads, another program has its turn, or the checks run. */
  | { kind: 'checking', answer: string, checks: CheckVerdict[] }
  | { kind: 'over', answer: string, verdict: Verdict }

export interface ShownGrading {
  state: ShallowRef<GradingState>
  start: (exercise: Exercise, answer: string) => void
  stop: () => void
  clear: () => void
}

/** @param over is called with each verdict. */
export function useGrading(python: Python, over: (verdict: Verdict) => void): ShownGrading {
  const state = shallowRef<GradingState>({ kind: 'none' })
  let grading: Grading | null = null

  function clear() {
    grading?.stop()
    grading = null
    state.value = { kind: 'none' }
  }

  function start(exercise: Exercise, answer: string) {
    clear()
    state.value = { kind: 'checking', answer, checks: [] }
    const mine = grading = gradeAnswer(python.session(), exercise, `${answer}\n`, {
      checks: checks => void (grading === mine && (state.value = { kind: 'checking', answer, checks })),
    })
    void mine.verdict.then((verdict) => {
      if (grading !== mine) return
      grading = null
      state.value = verdict ? { kind: 'over', answer, verdict } : { kind: 'none' }
      if (verdict) over(verdict)
    })
  }

  onScopeDispose(() => grading?.stop())
  return { state, start, stop: clear, clear }
}
