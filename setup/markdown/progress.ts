/** Gives `<Progress />` the list of the deck's exercises, with the slides that they are on. */
import { defineMarkdownTransformer } from '@slidev/types'
import { readExercise } from '../../cli/exercises.ts'
import { listChecks } from '../../runtime/exercises/checkList.ts'
import type { ListedExercise } from '../../runtime/exercises/listed.ts'
import { attribute } from './attribute.ts'
import { exerciseRoot, exerciseTag } from './exercise.ts'

export const progress = defineMarkdownTransformer(({ s, options }) => {
  s.replace(/<Progress\s*\/>/g, () => {
    const exercises = options.data.slides.flatMap(({ content, index }) => [...content.matchAll(exerciseTag)].map(([, id]) => listed(id!, index + 1)))
    return `<Progress v-bind="${attribute({ exercises })}" />`
  })

  function listed(id: string, slide: number): ListedExercise {
    const { title, module, level, minutes, room, version, starter, check } = readExercise(id, exerciseRoot(id, options.roots, options.userRoot))
    return { id, slide, title, module, level, minutes, room, version, starter, possible: listChecks(check).reduce((sum, { points }) => sum + points, 0) }
  }
})
