/** What a look at the model of pymalloc found, as a map of arenas and pools after each call. */
import type { PoolsFinding } from './findings.ts'

export type PoolsMoment = PoolsFinding & { kind: 'pools' }

/** One pool of an arena: the size of its blocks, 0 where it is empty, and how many are in use. */
export interface PoolCell { size: number, used: number }

export interface PoolsScene {
  moment: PoolsMoment
  /** By place in the allocator's table; null where the arena has gone back to the system. */
  arenas: (PoolCell[] | null)[]
}

const poolBytes = 16384
const poolHeader = 48

/** Blocks that a pool has room for. */
export function capacityOf(size: number): number {
  return Math.floor((poolBytes - poolHeader) / size)
}

export function poolScenes(findings: readonly PoolsFinding[]): PoolsScene[] {
  const scenes: PoolsScene[] = []
  let arenas: PoolsScene['arenas'] = []
  for (const finding of findings) {
    if (finding.kind !== 'pools') continue
    arenas = [...arenas]
    for (const slot of finding.gone) arenas[slot] = null
    for (const { slot, pools } of finding.changed) {
      while (arenas.length < slot) arenas.push(null)
      arenas[slot] = pools.flatMap(([size, used, times]) => Array.from({ length: times }, () => ({ size, used })))
    }
    scenes.push({ moment: finding, arenas })
  }
  return scenes
}

export type Mark = '+' | '-' | '.'

/** One mark a block. */
export function marksOf(text: string): Mark[] {
  return [...text.matchAll(/([+.-])(\d*)/g)].flatMap(([, mark, times]) => Array.from({ length: Number(times || 1) }, () => mark as Mark))
}

const number = new Intl.NumberFormat('en')
const some = (count: number, what: string) => `${number.format(count)} ${what}${count === 1 ? '' : 's'}`

export function momentWords({ line, did, count, given = 0, arenas, pools, blocks, large, gone }: PoolsMoment): string {
  const call = did === 'line' ? `${some(count, 'block')} asked for, ${number.format(given)} given back` : did === 'free' ? `free of ${some(count, 'block')}` : `${did}${count === 1 ? '' : `, ${number.format(count)} times`}`
  return `Line ${line}: ${call}. ${some(blocks, 'block')} in use, in ${some(pools, 'pool')} of ${some(arenas, 'arena')}`
    + `${gone.length ? `; ${some(gone.length, 'arena')} went back to the system` : ''}${large ? `; ${number.format(large)} in malloc` : ''}.`
}

export interface ArenaLayout { columns: number, cell: number, across: number, gap: number }

/** Where arenas stand: in rows, each a grid of its 64 pools, as large as fits; all in units of the drawing. */
export function arenaLayout(count: number, width: number, height: number): ArenaLayout {
  for (let cell = 19; cell >= 1; cell--) {
    const gap = cell >= 6 ? 10 : cell >= 4 ? 6 : 3
    for (const across of [8, 16]) {
      const columns = Math.floor(width / (across * cell + gap))
      if (columns > 0 && Math.ceil(count / columns) * (64 / across * cell + gap) <= height) return { columns, cell, across, gap }
    }
  }
  return { columns: Math.floor(width / 11), cell: 1, across: 8, gap: 3 }
}
