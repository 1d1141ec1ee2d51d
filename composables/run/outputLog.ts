/** The output of one run, appended to as it comes and told to whoever shows it. */
import type { OutputChunk } from '../../runtime/border/protocol.ts'

export type OutputChange = { kind: 'appended', chunks: OutputChunk[] } | { kind: 'replaced' }

export interface OutputLog {
  readonly chunks: readonly OutputChunk[]
  append: (chunks: OutputChunk[]) => void
  replace: (chunks: readonly OutputChunk[]) => void
  /** At most the last `characters` of it. */
  tail: (characters: number) => OutputChunk[]
  /** Calls `listener` at every change; returns the way to stop that. */
  subscribe: (listener: (change: OutputChange) => void) => () => void
}

export function createOutputLog(initial: readonly OutputChunk[] = []): OutputLog {
  let kept: OutputChunk[] = [...initial]
  const listeners = new Set<(change: OutputChange) => void>()
  const tell = (change: OutputChange) => listeners.forEach(listener => listener(change))
  return {
    get chunks() {
      return kept
    },
    append(chunks) {
      kept.push(...chunks)
      tell({ kind: 'appended', chunks })
    },
    replace(chunks) {
      kept = [...chunks]
      tell({ kind: 'replaced' })
    },
    tail(characters) {
      const last: OutputChunk[] = []
      let room = characters
      for (let index = kept.length - 1; index >= 0 && room > 0; index--) {
        const { stream, text } = kept[index]!
        last.unshift({ stream, text: text.slice(-room) })
        room -= text.length
      }
      return last
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What went to standard error. */
export function stderrOf({ chunks }: OutputLog): string {
  return chunks.filter(({ stream }) => stream === 'stderr').map(({ text }) => text).join('')
}
