/** What an overview of all exercises knows of one. */
import type { Exercise } from './exercise.ts'

export interface ListedExercise extends Pick<Exercise, 'id' | 'title' | 'module' | 'level' | 'minutes' | 'room' | 'version' | 'starter'> {
  /** The number of its slide. */
  slide: number
  /** Points of all its checks. */
  possible: number
}
