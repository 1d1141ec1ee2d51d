/** What somebody did on an exercise: the answer, and how it fared. Kept in the browser, by exercise and version. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { editionsSchema, noWork, type Editions, type Work } from '../runtime/exercises/work.ts'
import { useKept } from './storage.ts'

const kept = new Map<string, Ref<Editions>>()

/** All that is kept of an exercise; one value for the whole window. */
export function useEditions(id: string): Ref<Editions> {
  // Windows on one machine are not one editor: the audience's answer stays the audience's.
  if (!kept.has(id)) kept.set(id, useKept(`exercise:${id}`, editionsSchema, {}, false))
  return kept.get(id)!
}

export interface KeptWork {
  work: ComputedRef<Work>
  change: (part: Partial<Work>) => void
  /** An answer to another version of the exercise, where there is none to this one. */
  older: ComputedRef<Work | null>
}

/** The work on one version of an exercise. */
export function useWork(id: string, version: string, starter: string): KeptWork {
  const editions = useEditions(id)
  const work = computed(() => editions.value[version] ?? noWork(starter))
  return {
    work,
    change: part => void (editions.value = { ...editions.value, [version]: { ...work.value, at: new Date().toISOString(), ...part } }),
    older: computed(() => editions.value[version] ? null : newest(editions.value)),
  }
}

function newest(editions: Editions): Work | null {
  return Object.values(editions).toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null
}
