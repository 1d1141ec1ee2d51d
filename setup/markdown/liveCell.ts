/** Turns a fence ```` ```py {live} ````, or an import of a snippet with `{live}`, into a live cell. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCodeblockTransformer } from '@slidev/types'
import { searchOf } from '../../cli/run/fence.ts'
import { cellsOf, findCell, hashProgram, parseLiveFence, recordingPath } from '../../cli/run/cells.ts'
import { recordingSchema, type Recording } from '../../runtime/run/recording.ts'
import { asksFor } from './asks.ts'
import { attribute } from './attribute.ts'

export const liveCell = defineCodeblockTransformer(async ({ info, code, slide, options, renderHighlighted }) => {
  const live = parseLiveFence(info)
  if (!live || !slide) return
  const root = options.userRoot
  const cell = findCell(cellsOf(slide.content, slide.source.filepath, slide.index + 1, root), slide.index + 1, code)
  if (!cell) throw new Error(`The live cell "${info}" on slide ${slide.index + 1} was not found again in its Markdown.`)

  const path = join(root, recordingPath(cell.snippet))
  const watched = options.data.watchFiles[path] ??= new Set()
  watched.add(slide.index)
  const hash = hashProgram(cell)
  const recording = readRecording(path, hash)
  const listing = await renderHighlighted({ info: 'py', code: cell.source.trimEnd() })
  const { snippet, file, source, modules } = cell
  const { view, since, caption, object, step, clock, switch: switches } = live
  return `<LiveCell v-bind="${attribute({ snippet, file, version: hash.slice(0, 12), source, modules, recording, view, since, caption, object, step, clock, switches, searching: view && searchOf(live), asks: asksFor(slide, live) })}">`
    + `${withFailedLine(listing, recording?.line ?? null).replaceAll('{{', '&lbrace;&lbrace;')}</LiveCell>`
})

/** The recording of this very source; null, with a word to the author, where there is none. */
function readRecording(path: string, hash: string): Recording | null {
  const recording = existsSync(path) ? recordingSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
  if (recording?.source === hash) return recording
  console.warn(`${recording ? 'An old' : 'No'} recording: ${path}; make it with "npm run record".`)
  return null
}

/** Marks the line, counted from 1, at which the recorded run failed. */
function withFailedLine(listing: string, line: number | null): string {
  let count = 0
  return listing.replace(/<span class="line">/g, tag => ++count === line ? '<span class="line failed">' : tag)
}
