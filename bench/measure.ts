/** What every row of the bench is made of. */
import { execFileSync } from 'node:child_process'
import type { Session } from '../runtime/run/session.ts'

export interface Row {
  /** What is measured, in words. */
  what: string
  /** The figure, in `unit`. */
  value: number
  unit: 'ratio' | 'ms' | 'count'
  /** It must be at most this; null for what is only printed. */
  atMost: number | null
  /** The single measurements, in the order in which they were made. */
  samples: Partial<Record<string, number[]>>
}

/** A part of the bench: measures `times` times and gives its rows. */
export type Measure = (times: number) => Promise<Row[]>

export function median(samples: number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value below which 95 % of the samples lie. */
export function percentile95(samples: number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]!
}

/** Measures by turns, so that both meet the same weather. */
export async function byTurns(times: number, one: () => Promise<number>, other: () => Promise<number>): Promise<[number[], number[]]> {
  const samples: [number[], number[]] = [[], []]
  for (let time = 0; time < times; time++) {
    samples[0].push(await one())
    samples[1].push(await other())
  }
  return samples
}

/** Milliseconds of real time from a program's first statement to its end. */
export async function timeOf(session: Session, program: { source: string, trace?: boolean }): Promise<number> {
  const result = await session.run({ file: 'bench.py', ...program }, {
    output: () => {}, cut: () => {}, started: () => {}, input: async () => null, trace: () => {},
  }).result
  if (result.kind !== 'done') throw new Error(`The bench's program did not end well: ${JSON.stringify(result)}`)
  return result.duration
}

/** The numbers that a program prints. */
export async function numbersOf(session: Session, source: string, clock: 'virtual' | 'real'): Promise<number[]> {
  let text = ''
  const output = (chunks: { text: string }[]) => void (text += chunks.map(chunk => chunk.text).join(''))
  await session.run({ file: 'bench.py', source, clock }, { output, cut: () => {}, started: () => {}, input: async () => null }).result
  return text.trim().split(' ').map(Number)
}

/** The same, by the machine's python3; none where it has no Python of its own. */
export function numbersOnTheMachine(source: string): number[] {
  try {
    return execFileSync('python3', ['-c', source], { encoding: 'utf8' }).trim().split(' ').map(Number)
  }
  catch {
    return []
  }
}
