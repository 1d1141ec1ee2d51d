/** What somebody did on an exercise: the answer, and how it fared. Kept in the browser, by exercise and version. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { bestOf, editionsSchema, noWork, type Editions, type Work } from '../../runtime/grading/work.ts'
import { tell } from '../storage/keptNotes.ts'
import { useKept } from '../storage/storage.ts'
import { useTextHistory, type TextHistory } from '../storage/textHistory.ts'

const kept = new Map<string, Ref<Editions>>()
/** Exercises whose answer was changed in this window since another one was heard of. */
const touched = new Set<string>()

/**
 * All that is kept of an exercise; one value for the whole window. Windows on one machine are not one editor, the audience's answer
 * stays the audience's: where two change an answer, the later one is kept and the other is in the history.
 */
export function useEditions(id: string): Ref<Editions> {
  if (!kept.has(id)) kept.set(id, openEditions(id))
  return kept.get(id)!
}

function openEditions(id: string): Ref<Editions> {
  const key = `exercise:${id}`
  const editions = useKept<Editions>(key, editionsSchema, {}, {
    merge: (mine, theirs, base) => Object.fromEntries([...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map((version) => {
      const [here, there, before] = [mine[version], theirs[version], base[version]]
      return [version, here && there ? joined(here, there, before) : here ?? there!]
    })),
    overtaken(theirs) {
      if (!touched.delete(id)) return
      const gone = Object.entries(editions.value).filter(([version, { answer }]) => theirs[version] && theirs[version].answer !== answer)
      for (const [, { answer }] of gone) useAnswerHistory(id).add(answer)
      if (gone.length > 0) tell({ kind: 'window', of: key })
    },
  })
  /** An answer that was not changed here gives way, whoever wrote it. */
  function joined(here: Work, there: Work, before: Work | undefined): Work {
    if (before && here.answer === before.answer) return { ...bestOf(here, there), answer: there.answer }
    if (there.answer !== before?.answer && there.answer !== here.answer) {
      useAnswerHistory(id).add(there.answer, 'window')
      tell({ kind: 'window', of: key })
    }
    return { ...bestOf(here, there), answer: here.answer }
  }
  return editions
}

/** Earlier answers to an exercise, to whichever version of it. */
export function useAnswerHistory(id: string): TextHistory {
  return useTextHistory(`exercise:${id}`)
}

export interface KeptWork {
  work: ComputedRef<Work>
  change: (part: Partial<Work>) => void
  /** An answer to another version of the exercise, where there is none to this one. */
  older: ComputedRef<Work | null>
  history: TextHistory
  /** A good moment to remember the answer: it is checked, or somebody leaves it. */
  settle: () => void
}

/** The work on one version of an exercise. */
export function useWork(id: string, version: string, starter: string): KeptWork {
  const editions = useEditions(id)
  const history = useAnswerHistory(id)
  const work = computed(() => editions.value[version] ?? noWork(starter))
  const settle = () => void (work.value.answer !== starter && history.add(work.value.answer))
  return {
    work,
    change(part) {
      if (part.answer !== undefined) touched.add(id)
      editions.value = { ...editions.value, [version]: { ...work.value, at: new Date().toISOString(), ...part } }
    },
    older: computed(() => editions.value[version] ? null : newest(editions.value)),
    history,
    settle,
  }
}

function newest(editions: Editions): Work | null {
  return Object.values(editions).toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null
}
