/** What there is to record, and what was recorded. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSearched, needsOf } from '../../runtime/run/views.ts'
import type { LookName } from '../../runtime/memory/lookNames.ts'
import { recordingSchema, type Recording } from '../../runtime/run/recording.ts'
import type { SearchOptions } from '../../runtime/schedules/searchOptions.ts'
import { searchOf } from '../run/fence.ts'
import { hashProgram, listCells, recordingPath } from '../run/cells.ts'
import { modulesBeside } from '../run/modulesBeside.ts'
import { root } from '../root.ts'
import { shownFile } from '../run/snippets.ts'

/** A program to record: a cell of the deck, or a file under snippets/. */
export interface Recordable {
  snippet: string
  /** The name that tracebacks show. */
  file: string
  source: string
  /** What it imports from beside its file. */
  modules: Record<string, string>
  /** The answers to `input()`. */
  input: string[]
  clock: 'virtual' | 'real'
  switch: 'gil' | 'every-bytecode'
  /** Its trace is recorded, since a picture is made of it. */
  traced: boolean
  /** A bad schedule is looked for, since a picture is made of it. */
  searching: SearchOptions | null
  /** Its objects are recorded line by line, for the same reason; `header` is a name whose object's first bytes are too. */
  objects?: { header?: string }
  /** What is looked at, and recorded, since a picture is made of it. */
  look?: LookName
  /** Whether a slide runs it; what no slide runs is recorded only if it runs to its end. */
  isCell: boolean
}

/** Cells of the deck first, then the files that no cell runs as a whole. */
export async function listRecordables(): Promise<Recordable[]> {
  const found = new Map<string, Recordable>()
  for (const cell of await listCells(root)) {
    const known = found.get(cell.snippet)
    if (known && known.source !== cell.source) throw new Error(`Two live cells are both called ${cell.snippet}, with different text.`)
    const { trace, objects = known?.objects, look = known?.look } = needsOf(cell.options.view, cell.options.object)
    const traced = known?.traced || trace === true
    const searching = known?.searching ?? (isSearched(cell.options.view) ? searchOf(cell.options) : null)
    const needs = { traced, objects, look, searching }
    if (!known || cell.input.length > known.input.length) found.set(cell.snippet, { ...cell, clock: cell.options.clock, switch: cell.options.switch ?? 'gil', ...needs, isCell: true })
    else Object.assign(known, needs)
  }
  for (const path of pathsBelow('snippets', '.py')) {
    const source = readFileSync(join(root, 'snippets', path), 'utf8')
    if (!found.has(path)) found.set(path, { snippet: path, file: shownFile(path), source, modules: modulesBeside(join(root, 'snippets', path), source), input: [], clock: 'virtual', switch: 'gil', traced: false, searching: null, isCell: false })
  }
  return [...found.values()]
}

/** Paths below a folder of the project, with forward slashes, in order. */
function pathsBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/')).filter(path => path.endsWith(ending)).sort()
}

/** The recording of a snippet; null where there is none or it cannot be read. */
export function readRecording(snippet: string): Recording | null {
  try {
    return recordingSchema.parse(JSON.parse(readFileSync(join(root, recordingPath(snippet)), 'utf8')))
  }
  catch {
    return null
  }
}

/** Recordings that belong to none of these programs, as paths relative to the project. */
export function strayRecordings(recordables: Recordable[]): string[] {
  const wanted = new Set(recordables.map(({ snippet }) => recordingPath(snippet)))
  return pathsBelow('recordings', '.json').filter(path => !path.startsWith('measured/'))
    .map(path => `recordings/${path}`).filter(path => !wanted.has(path))
}

export function isStale(recording: Recording, program: Pick<Recordable, 'source' | 'modules'>): boolean {
  return recording.source !== hashProgram(program)
}
