/** The page's side of a run's output: shows the beginning, counts the rest, keeps all of it for the download. */
import { limits } from '../limits.ts'
import type { OutputMessage } from '../border/messages.ts'
import type { OutputChunk, RunListener, Stream } from '../border/protocol.ts'

export interface Collector {
  /** `from` tells one process's output from another's. */
  take: (message: OutputMessage, from?: number) => void
  /** Shows what was held back; call it once, at the end. */
  finish: () => void
  /** All output that was kept, both streams in order, as UTF-8. */
  whole: () => Blob
}

/** One process, whose bytes are decoded by themselves; what it has written in all. */
interface Source {
  stdout: TextDecoder
  stderr: TextDecoder
  lines: number
  bytes: number
}

const noteTime = 100

/** With `all`, everything is shown and nothing kept. */
export function createCollector(listener: RunListener, all = false): Collector {
  const sources = new Map<number, Source>()
  const kept: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  let bytes = 0
  let noted = 0
  let pending = false

  function sourceOf(from: number): Source {
    const source = sources.get(from) ?? { stdout: new TextDecoder(), stderr: new TextDecoder(), lines: 0, bytes: 0 }
    sources.set(from, source)
    return source
  }

  /** Written in all, by all processes. */
  function totals(): { lines: number, bytes: number } {
    const all = [...sources.values()]
    return { lines: all.reduce((sum, source) => sum + source.lines, 0), bytes: all.reduce((sum, source) => sum + source.bytes, 0) }
  }

  const isCut = () => !all && (lines >= limits.shownLines || bytes >= limits.shownBytes)

  function show(message: OutputMessage, source: Source): void {
    const chunks: OutputChunk[] = []
    let offset = 0
    for (const run of message.runs) {
      if (isCut()) break
      const stream: Stream = run > 0 ? 'stdout' : 'stderr'
      const part = fitting(message.bytes.subarray(offset, offset + Math.abs(run)))
      offset += Math.abs(run)
      append(chunks, stream, source[stream].decode(part, { stream: true }))
    }
    if (chunks.length > 0) listener.output(chunks)
  }

  /** As much of a piece as may still be shown. */
  function fitting(piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (all) return piece
    const room = Math.min(piece.length, limits.shownBytes - bytes)
    let end = 0
    while (end < room && lines < limits.shownLines) if (piece[end++] === 10) lines++
    bytes += end
    return piece.subarray(0, end)
  }

  function note(): void {
    pending = false
    noted = performance.now()
    listener.cut(totals())
  }

  return {
    take(message, from = 0) {
      if (message.bytes.length > 0 && !all) kept.push(message.bytes)
      const source = sourceOf(from)
      source.lines = message.lines
      source.bytes = message.total
      if (!isCut()) show(message, source)
      if (all || totals().bytes <= bytes) return
      if (performance.now() - noted >= noteTime) note()
      else pending = true
    },
    finish() {
      const chunks: OutputChunk[] = []
      if (!isCut()) {
        for (const source of sources.values()) {
          append(chunks, 'stdout', source.stdout.decode())
          append(chunks, 'stderr', source.stderr.decode())
        }
      }
      if (chunks.length > 0) listener.output(chunks)
      if (pending) note()
    },
    whole: () => new Blob(kept, { type: 'text/plain;charset=utf-8' }),
  }
}

function append(chunks: OutputChunk[], stream: Stream, text: string): void {
  if (text === '') return
  const last = chunks.at(-1)
  if (last?.stream === stream) last.text += text
  else chunks.push({ stream, text })
}
