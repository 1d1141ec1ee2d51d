/** The trace of a run in real time that goes on: while nobody tells anything, what was last told goes on to now. */
import { useIntervalFn } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef } from 'vue'
import type { Trace } from '../../runtime/trace/trace.ts'

/** Milliseconds between two pictures. */
const step = 100

export function useGoingOn(trace: () => Trace | null, running: () => boolean): ComputedRef<Trace | null> {
  /** Seconds of the page's clock at which the run's own showed zero, as far as is known: what is told comes a little late. */
  let origin = Infinity
  const elapsed = ref(0)
  const clock = useIntervalFn(() => {
    if (origin < Infinity) elapsed.value = performance.now() / 1000 - origin
  }, step, { immediate: false })

  watch(running, (now) => {
    origin = Infinity
    elapsed.value = 0
    if (now) clock.resume()
    else clock.pause()
  }, { immediate: true })
  watch(trace, (told) => {
    if (told && running()) origin = Math.min(origin, performance.now() / 1000 - told.duration)
  })
  return computed(() => {
    const told = trace()
    return told && running() && elapsed.value > told.duration ? { ...told, duration: elapsed.value } : told
  })
}
