/** What a look at allocations found: the curve of bytes, and bars by line at each moment. */
import type { AllocationsFinding } from './findings.ts'

type Of<K extends AllocationsFinding['kind']> = AllocationsFinding & { kind: K }
export type Sample = Of<'sample'>
export type Profile = Of<'profile'>

export interface LineBytes { line: number, bytes: number, blocks: number }
export type LinePeak = Omit<LineBytes, 'blocks'>

export interface AllocationsStory {
  samples: Sample[]
  profiles: Profile[]
  /** Places in `samples` at which bytes were counted by line: what can be shown step by step. */
  steps: number[]
  /** The most bytes alive at any time, and the line that was being done then; 0 for none. */
  peak: number
  peakLine: number
  /** Bytes that the interpreter had taken from its host at each sample; empty in recordings from before that was told. */
  memory: number[]
  /** How many samples were told before there were too many; what came after them is not known, but for the end. Null where all is. */
  cut: number | null
  /** The line after which bytes by line were counted at the end only. */
  few: number | null
  blind: boolean
}

export function allocationsStory(findings: readonly AllocationsFinding[]): AllocationsStory {
  const samples = findings.filter((finding): finding is Sample => finding.kind === 'sample')
  const cutAt = findings.findIndex(({ kind }) => kind === 'cut')
  const peak = Math.max(0, ...samples.map(sample => sample.peak))
  return {
    samples,
    profiles: findings.filter((finding): finding is Profile => finding.kind === 'profile'),
    steps: samples.flatMap(({ lines }, index) => lines ? [index] : []),
    peak,
    peakLine: samples.find(sample => sample.peak >= 0.99 * peak)?.of ?? 0,
    memory: samples.every(({ memory }) => memory !== undefined) ? samples.map(({ memory }) => memory!) : [],
    cut: cutAt < 0 ? null : findings.slice(0, cutAt).filter(({ kind }) => kind === 'sample').length,
    few: findings.find(({ kind }) => kind === 'few')?.line ?? null,
    blind: findings.some(({ kind }) => kind === 'blind'),
  }
}

/** Lines with what they allocated that is alive at a step, less what it was when line `since` was first reached; the smallest are left out. */
export function bytesByLine({ samples, steps, peak }: AllocationsStory, step: number, since?: number): LineBytes[] {
  const rows = new Map((samples[steps[step]!]?.lines ?? []).map(([line, bytes, blocks]) => [line, { line, bytes, blocks }]))
  if (since !== undefined) {
    const reached = samples.findIndex(({ line }) => line === since)
    const before = samples.slice(0, reached + 1).findLast(({ lines }) => lines)
    for (const [line, bytes, blocks] of before?.lines ?? []) {
      const row = rows.get(line) ?? { line, bytes: 0, blocks: 0 }
      rows.set(line, { line, bytes: row.bytes - bytes, blocks: row.blocks - blocks })
    }
  }
  return [...rows.values()].filter(({ bytes }) => Math.abs(bytes) >= Math.max(64, peak / 200)).sort((one, other) => one.line - other.line)
}

/** Lines with the most bytes that were alive while they ran: what there is to see where nothing stays alive between lines. */
export function peakByLine({ samples }: AllocationsStory): LinePeak[] {
  const peaks = new Map<number, number>()
  for (const { of, peak } of samples) if (of) peaks.set(of, Math.max(peak, peaks.get(of) ?? 0))
  return [...peaks].map(([line, bytes]) => ({ line, bytes })).sort((one, other) => one.line - other.line)
}

/** Bytes as people say them, in decimal units as tracemalloc's own reports nearly do. */
export function bytesWords(bytes: number): string {
  const size = Math.abs(bytes)
  const sign = bytes < 0 ? '−' : ''
  if (size < 1000) return `${sign}${size} B`
  const [value, unit] = size < 999_500 ? [size / 1000, 'kB'] : [size / 1e6, 'MB']
  return `${sign}${value >= 99.5 ? value.toFixed(0) : value.toPrecision(value >= 9.95 ? 3 : 2)} ${unit}`
}

/** MiB with one digit, as memory_profiler prints. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`
}

export function sampleWords({ samples, steps }: AllocationsStory, step: number): string {
  const place = steps[step] ?? 0
  const sample = samples[place]
  if (!sample) return 'Nothing was allocated.'
  const where = sample.line === 0 ? 'At the end' : `Before line ${sample.line}`
  return `${where}: ${bytesWords(sample.current)} alive; the most so far ${bytesWords(Math.max(...samples.slice(0, place + 1).map(({ peak }) => peak)))}.`
}
