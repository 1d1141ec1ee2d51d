/** The moments that a view of memory shows one of: which one, and its mark in the code. */
import { ref, watch, type Ref } from 'vue'
import type { LineMark } from '../code/lineMarks.ts'

export interface Moments {
  step: Ref<number>
  /** Shows a moment because somebody wants it: it stays while the story goes on. */
  go: (to: number) => void
  /** Has the line of a moment that somebody chose marked while the view is live, and no line otherwise. */
  mark: (line: () => number | undefined, words: () => string) => void
}

/**
 * Until somebody goes to a moment, `first` says which is shown, and it is asked anew whenever the story changes; another run begins so again.
 *
 * @param story changes when there is more to show
 * @param count how many moments there are now
 */
export function useMoments(story: () => unknown, count: () => number, first: () => number, props: { running: boolean, live: boolean }, emit: (marks: LineMark[]) => void): Moments {
  const step = ref(0)
  const moved = ref(false)
  watch(story, () => {
    if (!moved.value || step.value >= count()) step.value = first()
  }, { immediate: true })
  watch(() => props.running, now => now && (moved.value = false))
  return {
    step,
    go(to) {
      moved.value = true
      step.value = to
    },
    mark(line, words) {
      watch([step, moved, () => props.live, line], () => {
        const at = line() ?? 0
        emit(props.live && moved.value && at > 0 ? [{ line: at, letter: '▸', colour: 'var(--live)', title: words() }] : [])
      })
    },
  }
}
