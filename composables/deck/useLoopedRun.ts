/** Plays a recorded run over and over, gently: keyframes on elements of a picture, which is a still without them. */
import { usePreferredReducedMotion } from '@vueuse/core'
import { onScopeDispose, watchPostEffect, type Ref } from 'vue'

interface Moved {
  element: Readonly<Ref<SVGElement | null>>
  frames: Keyframe[]
}

/** Moves them while `running` says so, and never for people who asked for less motion. */
export function useLoopedRun(moved: Moved[], duration: number, running: () => boolean): void {
  const calm = usePreferredReducedMotion()
  let animations: Animation[] = []
  function stop() {
    animations.forEach(animation => animation.cancel())
    animations = []
  }
  watchPostEffect(() => {
    stop()
    if (!running() || calm.value === 'reduce') return
    animations = moved.flatMap(({ element, frames }) => element.value?.animate(frames, { duration, iterations: Infinity }) ?? [])
  })
  onScopeDispose(stop)
}
