/** Finds the one offset at which all known objects hold what they must. */
import { wordBytes } from './memoryWords.ts'

/** Something is not where it must be: this is another build than the reader knows. */
export class LayoutError extends Error {
  override name = 'LayoutError'
}

export function offsets(from: number, to: number, step: number = wordBytes): number[] {
  return Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step)
}

/**
 * The first of `candidates` that passes all tests. An object's own words come before those of what lies behind it,
 * which may hold the same; a place that is found by chance does not pass for every specimen.
 */
export function only<T>(what: string, candidates: T[], tests: ((candidate: T) => boolean)[]): T {
  const found = candidates.find(candidate => tests.every(passes => passes(candidate)))
  if (found === undefined) throw new LayoutError(`This build of Python does not keep ${what} where it can be found.`)
  return found
}
