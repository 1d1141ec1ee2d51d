/** Fills `<Exercise id="…" />` with the exercise of that name: its data as a property, its Markdown as slots. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineMarkdownTransformer } from '@slidev/types'
import { readExercise } from '../../cli/grading/exercises.ts'
import { exerciseFiles } from '../../runtime/grading/exercise.ts'
import { listChecks } from '../../runtime/grading/checkList.ts'
import { attribute, slot } from './attribute.ts'

export const exerciseTag = /<Exercise\s+id="([^"]*)"\s*(?:\/>|>\s*<\/Exercise>)/g

export const exercise = defineMarkdownTransformer(({ s, slide, options }) => {
  s.replace(exerciseTag, (_, id: string) => {
    const root = exerciseRoot(id, options.roots, options.userRoot)
    for (const file of exerciseFiles) (options.data.watchFiles[join(root, 'exercises', id, file)] ??= new Set()).add(slide.index)
    try {
      return written(id, root)
    }
    catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      if (options.mode === 'build') throw new Error(`Slide ${slide.index + 1}: ${sentence}`, { cause: error })
      return `<ExerciseProblem v-bind="${attribute({ sentence })}" />`
    }
  })
})

/** The deck's own folder, or one that it is built upon, whichever has the exercise. */
export function exerciseRoot(id: string, roots: readonly string[], otherwise: string): string {
  return [otherwise, ...roots].find(root => existsSync(join(root, 'exercises', id))) ?? otherwise
}

function written(id: string, root: string): string {
  const read = readExercise(id, root)
  const hints = read.hints.map((hint, index) => slot(`hint-${index + 1}`, hint)).join('')
  const fence = `\`\`\`\`py\n${read.starter.trimEnd()}\n\`\`\`\``
  return `\n\n<Exercise v-bind="${attribute({ exercise: read, checks: listChecks(read.check) })}">\n\n`
    + `${slot('task', read.task)}${hints}${slot('starter', fence)}</Exercise>\n\n`
}
