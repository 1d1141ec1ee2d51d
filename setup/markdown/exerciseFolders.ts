/** The exercises, read from their folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exerciseFiles, parseExercise, type Exercise, type ExerciseFiles } from '../../runtime/exercises/exercise.ts'
import { root as projectRoot } from '../../cli/root.ts'

/** The names of all exercises, in order. */
export function exerciseIds(root = projectRoot): string[] {
  const folder = join(root, 'exercises')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && /^\d/.test(entry.name)).map(({ name }) => name).sort()
}

/**
 * Reads one exercise.
 * @throws Error with one sentence, where there is none of that name or its files cannot be read.
 */
export function readExercise(id: string, root = projectRoot): Exercise {
  if (!existsSync(join(root, 'exercises', id))) throw new Error(`There is no exercise "${id}": exercises/ has ${exerciseIds(root).join(', ') || 'none'}.`)
  const files = Object.fromEntries(exerciseFiles.map((file) => {
    const path = join(root, 'exercises', id, file)
    if (!existsSync(path)) throw new Error(`exercises/${id}/${file} is missing.`)
    return [file, readFileSync(path, 'utf8').replaceAll('\r\n', '\n')]
  })) as ExerciseFiles
  return parseExercise(id, files)
}

/** The files of an exercise, which an author may change while the deck is shown. */
export function exercisePaths(id: string, root = projectRoot): string[] {
  return exerciseFiles.map(file => join(root, 'exercises', id, file))
}
