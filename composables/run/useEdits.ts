/** What someone typed into a cell, kept over every way of leaving it, with the texts before. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { keysFrom, readText } from '../storage/browserStorage.ts'
import { tell } from '../storage/keptNotes.ts'
import { useKept } from '../storage/storage.ts'
import { useTextHistory, type TextHistory } from '../storage/textHistory.ts'

export interface Edits {
  /** Set it to what is typed. */
  text: Ref<string>
  /** The text is not the original. */
  edited: ComputedRef<boolean>
  /** Puts another text in place; the one before is in the history. */
  replace: (text: string) => void
  reset: () => void
  /** A good moment to remember the text: it is run, or somebody leaves it. */
  settle: () => void
  history: TextHistory
  /** What was typed into other editions of this cell. */
  earlier: () => string[]
}

/** Milliseconds of typing after which the text before is remembered. */
const longTyping = 60_000

const kept = new Map<string, Edits>()

/**
 * The text of `snippet`, one for the whole window, separately for each `version` of its source, so that an author's change neither
 * loses nor revives what was typed into the older text. Windows on one machine are not one editor, the audience's text stays the
 * audience's: where two change a text, the later one is kept and the other is in the history.
 */
export function useEdits(snippet: string, version: string, source: string): Edits {
  const key = `cell:${snippet}:${version}`
  if (!kept.has(key)) kept.set(key, openEdits(snippet, version, source))
  return kept.get(key)!
}

function openEdits(snippet: string, version: string, source: string): Edits {
  const key = `cell:${snippet}:${version}`
  const history = useTextHistory(`cell:${snippet}`)
  let settled = Date.now()

  const stored = useKept(key, { read: text => text, write: text => text === source ? null : text }, source, {
    merge(mine, theirs) {
      if (theirs !== source && theirs !== mine) {
        history.add(theirs, 'window')
        tell({ kind: 'window', of: key })
      }
      return mine
    },
    overtaken(theirs) {
      if (stored.value === source || stored.value === theirs) return
      settle()
      tell({ kind: 'window', of: key })
    },
  })

  function settle() {
    settled = Date.now()
    if (stored.value !== source) history.add(stored.value)
  }
  return {
    text: computed({
      get: () => stored.value,
      set(next) {
        if (next === stored.value) return
        if (Date.now() - settled > longTyping || next.length < stored.value.length / 2) settle()
        stored.value = next
      },
    }),
    edited: computed(() => stored.value !== source),
    replace(text) {
      settle()
      stored.value = text
    },
    reset() {
      settle()
      stored.value = source
    },
    settle,
    history,
    earlier: () => [...new Set(keysFrom(`cell:${snippet}:`).filter(other => other !== key).map(other => readText(other)!))].filter(text => text !== source),
  }
}
