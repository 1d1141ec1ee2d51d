/** What an author says of a search: how to look for a bad schedule, and for what. */
import type { Switching } from './play.ts'
import type { ExploreOptions } from './exploration.ts'

export interface SearchOptions extends Pick<ExploreOptions, 'strategy' | 'schedules' | 'depth' | 'preemptions'> {
  seed: number
  /** Where threads may be switched. */
  switch: Switching
  /** `deadlock`, the name of an exception, or a Python expression on the program's globals at its end; null for any failure. */
  goal: string | null
}

/** What is asked of a session: of the fields of a run those that say which program, and how to search. */
export interface SearchRequest {
  file: string
  source: string
  seed: number
  explore: ExploreOptions
}

/** A search for a bad schedule, or of one that is known by its id. */
export function searchRequest(file: string, source: string, look: SearchOptions, replay: string | null = null): SearchRequest {
  const { seed, ...how } = look
  return { file, source, seed, explore: { ...how, replay } }
}

/** Counts how all schedules end. */
export function countRequest(file: string, source: string, look: SearchOptions): SearchRequest {
  const { seed, ...how } = look
  return { file, source, seed, explore: { ...how, replay: null, count: true } }
}
