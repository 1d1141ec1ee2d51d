/** The exercises on disk, and where answers to them lie. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exerciseFiles, parseExercise, type Exercise, type ExerciseFiles } from '../../runtime/grading/exercise.ts'
import { root } from '../root.ts'

const folder = join(root, 'exercises')
const answersFolder = join(root, 'answers')

/** Every folder's name, in order. */
export function exerciseIds(): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name).sort()
}

/** Reads an exercise of the project, or of another folder that has some. Throws with a sentence that names what is missing or wrong. */
export function readExercise(id: string, from = root): Exercise {
  const files = Object.fromEntries(exerciseFiles.map((name) => {
    try {
      return [name, readFileSync(join(from, 'exercises', id, name), 'utf8')]
    }
    catch {
      throw new Error(`exercises/${id}/${name} cannot be read.`)
    }
  })) as ExerciseFiles
  return parseExercise(id, files)
}

function answersIn(place: string): { name: string, text: string }[] {
  const names = existsSync(place) ? readdirSync(place).filter(name => name.endsWith('.py')).sort() : []
  return names.map(name => ({ name, text: readFileSync(join(place, name), 'utf8') }))
}

/** The answers to an exercise that go other ways than the solution, and are right. */
export function rightAnswers(id: string): { name: string, text: string }[] {
  return answersIn(join(folder, id, 'right'))
}

/** The wrong answers of an exercise: their names and texts. */
export function wrongAnswers(id: string): { name: string, text: string, check: string }[] {
  return answersIn(join(folder, id, 'wrong')).map(({ name, text }) => {
    const check = /^# rejected by: (\w+)\s*$/m.exec(text.split('\n')[0]!)?.[1]
    if (!check) throw new Error(`exercises/${id}/wrong/${name} must begin with "# rejected by: CHECK".`)
    return { name, text, check }
  })
}

/** Exercises by number (`07`, `7`) or name; all without any. Throws with a sentence for an unknown one. */
export function chooseExercises(names: string[]): Exercise[] {
  const ids = exerciseIds()
  const chosen = names.length === 0 ? ids : names.map((name) => {
    const id = ids.find(id => id === name || id.slice(3) === name || id.startsWith(`${name.padStart(2, '0')}-`))
    if (!id) throw new Error(`There is no exercise ${name}; there are: ${ids.join(', ')}.`)
    return id
  })
  return chosen.map(id => readExercise(id))
}

/** Where the answer to an exercise lies. */
export function answerPath(id: string): string {
  return join(answersFolder, `${id}.py`)
}

/** The answer to an exercise; the starter is put there where there is none yet. */
export function answerOf({ id, starter }: Exercise): { path: string, text: string } {
  const path = answerPath(id)
  if (!existsSync(path)) {
    mkdirSync(answersFolder, { recursive: true })
    writeFileSync(path, starter)
  }
  return { path, text: readFileSync(path, 'utf8') }
}
