/** A place in a run that can be moved event by event, or moves by itself. */
import { useIntervalFn, usePreferredReducedMotion, useRafFn } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Axis } from '../../../runtime/trace/lanes/laneAxis.ts'
import type { Lanes } from '../../../runtime/trace/lanes/lanes.ts'

export interface PlayHead {
  /** The event after which the run is seen. */
  event: Ref<number>
  /** Somebody has moved it: from then on it marks the code. */
  moved: Ref<boolean>
  playing: ComputedRef<boolean>
  go: (event: number) => void
  step: (by: number) => void
  toggle: () => void
  /** Back to the beginning, as if nobody had been here. */
  reset: () => void
}

/** Seconds for what is seen to pass by, and for each step where nothing should glide. */
const passing = 9
const stepping = 0.7

export function usePlayHead(lanes: () => Lanes, axis: () => Axis, seen: () => number): PlayHead {
  const event = ref(0)
  const moved = ref(false)
  const on = ref(false)
  const calm = usePreferredReducedMotion()
  const last = () => Math.max(0, lanes().events.length - 1)
  let position = 0

  function go(next: number) {
    event.value = Math.max(0, Math.min(last(), Math.round(next)))
    moved.value = true
    position = axis().positions[event.value] ?? 0
  }
  function advance(to: number) {
    const next = axis().eventAt(to)
    if (next !== event.value) event.value = next
    position = to
    if (to >= 1) on.value = false
  }
  function jump() {
    const { events } = lanes()
    let next = event.value + 1
    while (next < events.length - 1 && events[next]!.kind === 'line') next++
    advance(next >= events.length ? 1 : axis().positions[next]!)
  }

  const glide = useRafFn(({ delta }) => advance(Math.min(1, position + delta / 1000 / passing * seen())), { immediate: false })
  const steps = useIntervalFn(jump, stepping * 1000, { immediate: false })
  watch([on, calm], () => {
    glide.pause()
    steps.pause()
    if (on.value) (calm.value === 'reduce' ? steps : glide).resume()
  })
  return {
    event,
    moved,
    playing: computed(() => on.value),
    go(next) {
      on.value = false
      go(next)
    },
    step(by) {
      on.value = false
      go(event.value + by)
    },
    toggle() {
      if (!on.value) go(event.value >= last() ? 0 : event.value)
      on.value = !on.value
    },
    reset() {
      on.value = false
      event.value = 0
      position = 0
      moved.value = false
    },
  }
}
