/** Gives `<Progress />` the lists of the deck's exercises and cells, with the slides that they are on. */
import { defineMarkdownTransformer } from '@slidev/types'
import { cellsOf, hashProgram } from '../../cli/run/cells.ts'
import { readExercise } from '../../cli/grading/exercises.ts'
import { plainTitle } from '../../cli/deck/paper/outline.ts'
import { listChecks } from '../../runtime/grading/checkList.ts'
import type { ListedCell, ListedExercise } from '../../runtime/grading/listed.ts'
import { attribute } from './attribute.ts'
import { exerciseRoot, exerciseTag } from './exercise.ts'

export const progress = defineMarkdownTransformer(({ s, options }) => {
  s.replace(/<Progress\s*\/>/g, () => {
    const exercises = options.data.slides.flatMap(({ content, index }) => [...content.matchAll(exerciseTag)].map(([, id]) => listed(id!, index + 1)))
    return `<Progress v-bind="${attribute({ exercises, cells: cells() })}" />`
  })

  /** Each program once, with the first slide that it is on. */
  function cells(): ListedCell[] {
    const all = options.data.slides.flatMap(({ content, index, title = '', source }) =>
      cellsOf(content, source.filepath, index + 1, options.userRoot).map(cell =>
        ({ snippet: cell.snippet, version: hashProgram(cell).slice(0, 12), source: cell.source, slide: index + 1, title: plainTitle(title) })))
    return all.filter((cell, index) => all.findIndex(({ snippet, version }) => snippet === cell.snippet && version === cell.version) === index)
  }

  function listed(id: string, slide: number): ListedExercise {
    const { title, module, level, minutes, room, version, starter, check } = readExercise(id, exerciseRoot(id, options.roots, options.userRoot))
    return { id, slide, title, module, level, minutes, room, version, starter, possible: listChecks(check).reduce((sum, { points }) => sum + points, 0) }
  }
})
