/** What there is to tell of the storage: once, in whichever corner of the page shows it. */
import { shallowReactive } from 'vue'
import { editionsSchema } from '../../runtime/grading/work.ts'

export type KeptNote =
  /** Another window changed the same text; the one that gave way is in the history of it. */
  | { kind: 'window', of: string }
  /** What was kept could not be read, and was put aside under `key`. */
  | { kind: 'unreadable', of: string, key: string }

export const keptNotes = shallowReactive(new Map<string, KeptNote>())

export function tell(note: KeptNote): void {
  keptNotes.set(`${note.kind} ${note.of}`, note)
}

/** A key of the storage, for people: `cell:gil/counter.py:1234` is gil/counter.py. */
export function nameOfKey(key: string): string {
  const [kind, ...rest] = key.replace(/^history:/, '').split(':')
  if (kind === 'cell') return rest.slice(0, key.startsWith('history:') ? undefined : -1).join(':')
  if (kind === 'exercise') return `exercise ${rest[0]}`
  return kind === 'predict' ? 'a guess' : key
}

/** What somebody typed, out of the text under a key: of an exercise, the newest answer. */
export function typedIn(key: string, text: string): string {
  if (!/^exercise:[^:]*$/.test(key)) return text
  const works = Object.values(editionsSchema.safeParse(JSON.parse(text)).data ?? {})
  return works.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.answer ?? text
}
