/** What someone typed into a cell, kept over a reload. */
import { useStorage } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'

export interface Edits {
  text: Ref<string>
  /** The text is not the original. */
  edited: ComputedRef<boolean>
  reset: () => void
}

/**
 * Keeps the text of `snippet`, separately for each `version` of its source, so that
 * an author's change neither loses nor revives what was typed into the older text.
 * A browser that refuses storage keeps the text while the page is open.
 */
export function useEdits(snippet: string, version: string, source: string): Edits {
  const text = useStorage(`cell:${snippet}:${version}`, source, undefined, {
    writeDefaults: false,
    // Windows on one machine are not one editor: the audience's text stays the audience's.
    listenToStorageChanges: false,
    onError: () => {},
  })
  return {
    text,
    edited: computed(() => text.value !== source),
    reset: () => void (text.value = source),
  }
}
