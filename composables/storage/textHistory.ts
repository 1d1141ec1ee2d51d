/** Earlier texts of a cell or of an answer: the last ones, each with its time, so that one can be brought back. */
import type { Ref } from 'vue'
import { z } from '../../runtime/schema.ts'
import { useKept } from './storage.ts'

/** Of one cell: so many texts, and so many characters in all. */
export const historyLength = 20
export const historyCharacters = 200_000

const entrySchema = z.object({
  text: z.string(),
  /** ISO 8601. */
  at: z.string(),
  /** Another window of this browser wrote it, or it came out of a file. */
  from: z.enum(['window', 'file']).optional(),
})
export type HistoryEntry = z.infer<typeof entrySchema>

export interface TextHistory {
  /** Newest first, each text once. */
  entries: Ref<readonly HistoryEntry[]>
  add: (text: string, from?: HistoryEntry['from']) => void
}

const histories = new Map<string, TextHistory>()

/** The history of `key`; one for all windows. */
export function useTextHistory(key: string): TextHistory {
  if (!histories.has(key)) histories.set(key, openHistory(key))
  return histories.get(key)!
}

function openHistory(key: string): TextHistory {
  const entries = useKept<readonly HistoryEntry[]>(`history:${key}`, z.array(entrySchema), [], {
    follow: true,
    merge: (mine, theirs) => joined(mine, theirs),
  })
  return {
    entries,
    add(text, from) {
      if (entries.value[0]?.text === text) return
      entries.value = joined([{ text, at: new Date().toISOString(), ...from && { from } }], entries.value)
    },
  }
}

/** Newest first, each text once, and no more than is kept; the newest is kept however long it is. */
function joined(some: readonly HistoryEntry[], others: readonly HistoryEntry[]): HistoryEntry[] {
  const all = [...some, ...others].toSorted((a, b) => b.at.localeCompare(a.at))
  const once = all.filter(({ text }, index) => all.findIndex(entry => entry.text === text) === index)
  let room = historyCharacters
  return once.slice(0, historyLength).filter(({ text }, index) => (room -= text.length) >= 0 || index === 0)
}
