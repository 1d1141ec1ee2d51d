/** What a component needs to know of the slide that it stands on: the seam to Slidev. */
import { lockShortcuts, useIsSlideActive, useNav, useSlideContext } from '@slidev/client'
import { computed, inject, onScopeDispose, type ComputedRef } from 'vue'
import { inSightKey } from './useReading.ts'

export interface Stage {
  /** The slide is the one showing, or in sight where slides are read, in a window that people work in: cells may have an editor and run. */
  live: ComputedRef<boolean>
  /** The slide is the one that the address names. */
  here: ComputedRef<boolean>
  /** The slide stands in the reading view, where it is as tall as it needs. */
  reading: boolean
  /** The slide belongs to such a window, showing or not; overview, previews and print do not. */
  onStage: ComputedRef<boolean>
  /** The slide is part of a page that is printed or exported. */
  printing: ComputedRef<boolean>
  /** The number of the slide. */
  slide: ComputedRef<number>
  /** The window is the presenter's. */
  presenting: ComputedRef<boolean>
  /** Takes the keyboard from the deck until `releaseKeys`; may be called twice. */
  holdKeys: () => void
  releaseKeys: () => void
}

/** Call it in the setup of a component that stands on a slide. */
export function useStage(): Stage {
  const { $renderContext, $page } = useSlideContext()
  const { isPrintMode } = useNav()
  const here = useIsSlideActive()
  const inSight = inject(inSightKey, null)
  const active = inSight ?? here
  const onStage = computed(() => ['slide', 'presenter'].includes($renderContext.value) && !isPrintMode.value)

  let release: (() => void) | null = null
  function releaseKeys() {
    release?.()
    release = null
  }
  onScopeDispose(releaseKeys)

  return {
    live: computed(() => onStage.value && active.value),
    here,
    reading: inSight !== null,
    onStage,
    printing: isPrintMode,
    slide: computed(() => $page.value),
    presenting: computed(() => onStage.value && $renderContext.value === 'presenter'),
    holdKeys: () => void (release ??= lockShortcuts()),
    releaseKeys,
  }
}
