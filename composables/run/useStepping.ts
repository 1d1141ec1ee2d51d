/** Which picture a cell has: its author's, or the objects line by line where somebody steps through any program. */
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { SharedRun } from './sharedRun.ts'

export interface Stepping {
  /** Somebody here steps, in place of the author's picture. */
  stepping: Ref<boolean>
  /** The name of the picture to show. */
  view: ComputedRef<string | undefined>
  /** The author's picture is of other things, so stepping has something to add. */
  steppable: ComputedRef<boolean>
}

/** The presenter's steps are shown to those who follow, too: a run with scenes is one that was stepped through. */
export function useStepping(own: () => string | undefined, presented: () => SharedRun | null): Stepping {
  const stepping = ref(false)
  const steppable = computed(() => own() !== 'objects' && own() !== 'header')
  const steps = computed(() => stepping.value || (presented()?.scenes?.length ?? 0) > 0)
  return { stepping, steppable, view: computed(() => steppable.value && steps.value ? 'objects' : own()) }
}

/** What the picture of the steps shows of a program; other processes have objects of their own, which are not here. */
export function stepsCaption(source: string): string {
  const processes = /\b(?:multiprocessing|ProcessPoolExecutor|InterpreterPoolExecutor)\b/.test(source)
  return processes ? 'Line by line, in the first process alone: the others have objects of their own.' : 'Line by line: names, and the objects that they refer to.'
}
