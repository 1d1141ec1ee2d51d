/** What an overview of all exercises knows of one, and one of all cells. */
import type { Exercise } from './exercise.ts'

export interface ListedExercise extends Pick<Exercise, 'id' | 'title' | 'module' | 'level' | 'minutes' | 'room' | 'version' | 'starter'> {
  /** The number of its slide. */
  slide: number
  /** Points of all its checks. */
  possible: number
}

export interface ListedCell {
  snippet: string
  /** Of its source. */
  version: string
  source: string
  /** The first slide that it is on, and what that is called. */
  slide: number
  title: string
}
