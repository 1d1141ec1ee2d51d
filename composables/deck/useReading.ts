/** The reading view: the slides one under the other, as text that flows. On where a slide would be too small to read. */
import { useMediaQuery } from '@vueuse/core'
import { computed, shallowRef, type InjectionKey, type Ref } from 'vue'
import { z } from '../../runtime/schema.ts'
import { useKept } from '../storage/storage.ts'

/**
 * Where a slide's letters would be smaller than 12 px: a phone held upright, and a window as narrow as 1280 px are at 200 %
 * (WCAG 2.1, 1.4.10). A phone that lies is wider; one whose keyboard is up is as narrow as before.
 */
const narrow = useMediaQuery('(max-width: 480px), (max-width: 700px) and (orientation: portrait), (max-width: 640px) and (pointer: fine)')

const choiceSchema = z.object({ narrow: z.boolean(), wide: z.boolean() })
/** What somebody chose for windows of either shape, over visits. */
const choice = useKept('under-the-gil:reading', choiceSchema, { narrow: true, wide: false })

export const reading = computed(() => narrow.value ? choice.value.narrow : choice.value.wide)

/** The page on the screen is one of slides or of reading; the presenter's and the overview are not. */
export const readable = shallowRef(false)
/** The reading view is on the screen. */
export const readingShown = shallowRef(false)

/** Between the slides and the reading view, here and in windows of this shape from now on. */
export function toggleReading(): void {
  if (!readable.value) return
  const shape = narrow.value ? 'narrow' : 'wide'
  choice.value = { ...choice.value, [shape]: !choice.value[shape] }
}

/** Whether the slide that a component stands on is in sight; given where slides are read. */
export const inSightKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('in sight')
