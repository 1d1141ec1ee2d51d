/** Earlier texts as the list of them shows them. */
import { computed, type ComputedRef } from 'vue'
import type { HistoryEntry, TextHistory } from './textHistory.ts'

export interface PastText extends Omit<HistoryEntry, 'at'> {
  /** Null where it is not known: somebody typed it into another edition of the cell. */
  at: string | null
}

/** What can be brought back where `text` stands now. Call it in a setup; `earlier` are texts of other editions. */
export function usePastTexts(history: TextHistory, text: () => string, earlier: readonly string[] = []): ComputedRef<PastText[]> {
  return computed(() => {
    const dated: PastText[] = history.entries.value.filter(entry => entry.text !== text())
    const undated = earlier.filter(other => other !== text() && dated.every(entry => entry.text !== other))
    return [...dated, ...undated.map(text => ({ text, at: null }))]
  })
}

/** `14:03:12` today, `28 Nov, 14:03` before. */
export function whenWords(at: string, now = new Date()): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  const [clock, day] = [{ hour: '2-digit', minute: '2-digit', hour12: false }, { day: 'numeric', month: 'short' }] as const
  return time.toDateString() === now.toDateString()
    ? time.toLocaleTimeString('en-GB', { ...clock, second: '2-digit' })
    : `${time.toLocaleDateString('en-GB', day)}, ${time.toLocaleTimeString('en-GB', clock)}`
}

/** The first line of `text` that `other` has not, for a glance; its first line where there is none. */
export function firstChange(text: string, other: string): string {
  const known = new Set(other.split('\n').map(line => line.trim()))
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  return lines.find(line => !known.has(line)) ?? lines[0] ?? ''
}
