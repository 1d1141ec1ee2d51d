/** Makes recordings, or checks that they still hold. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Finding } from '../../runtime/memory/findings.ts'
import type { Manifest } from '../../runtime/boot/manifest.ts'
import { openNodeSession, readManifest } from '../../runtime/run/node.ts'
import { normalise, varies } from '../../runtime/run/normalise.ts'
import { searchRequest, type SearchOptions } from '../../runtime/schedules/searchOptions.ts'
import type { Exploration } from '../../runtime/schedules/exploration.ts'
import type { OutputChunk, RunResult } from '../../runtime/border/protocol.ts'
import type { Recording } from '../../runtime/run/recording.ts'
import type { Session } from '../../runtime/run/session.ts'
import { withoutAddresses, type WireScene } from '../../runtime/memory/objects/scene.ts'
import type { WireEvent } from '../../runtime/trace/wire.ts'
import { hashProgram, recordingPath } from '../run/cells.ts'
import { prepareAssets } from '../boot/assets.ts'
import { difference } from './difference.ts'
import { foundForm } from './foundForm.ts'
import { isStale, listRecordables, readRecording, strayRecordings, type Recordable } from './recorded.ts'
import { root } from '../root.ts'

/** A program that takes longer cannot be recorded. */
const timeout = 30_000

/** A picture of more events shows nothing. */
const mostEvents = 3000
const mostSceneBytes = 200_000

/** Characters of JSON; a page with more is slow to load. */
const mostFound = 120_000

export interface RecordOptions {
  /** Snippets to record, for instance `gil/counter.py`, or folders of them; all without any. */
  only: string[]
  check: boolean
  progress: (text: string) => void
}

/** What went wrong, one text each; none where all is well. */
export async function record({ only, check, progress }: RecordOptions): Promise<string[]> {
  await prepareAssets(progress)
  const all = await listRecordables()
  const chosen = only.length === 0 ? all : all.filter(({ snippet }) => only.some(name => matches(snippet, name)))
  if (chosen.length === 0) return [`No snippet is called ${only.join(', ')}.`]
  const problems: string[] = []
  if (only.length === 0) problems.push(...handleStrays(strayRecordings(all), check))
  const session = openNodeSession()
  try {
    for (const [index, recordable] of chosen.entries()) {
      progress(`${index + 1}/${chosen.length} ${recordable.snippet}`)
      const problem = await recordOne(session, readManifest(), recordable, check)
      if (problem) problems.push(problem)
    }
  }
  finally {
    await session.close()
  }
  return problems
}

function matches(snippet: string, name: string): boolean {
  const wanted = name.replace(/^snippets\//, '').replace(/\/$/, '')
  return [snippet, snippet.replace('.py', '')].includes(wanted) || snippet.startsWith(`${wanted}/`) || snippet.startsWith(`${wanted}#`)
}

function handleStrays(strays: string[], check: boolean): string[] {
  if (check) return strays.map(path => `${path}: no cell and no snippet is recorded there; npm run record removes it`)
  for (const path of strays) rmSync(join(root, path))
  return []
}

async function recordOne(session: Session, manifest: Manifest, recordable: Recordable, check: boolean): Promise<string | null> {
  const { snippet, isCell } = recordable
  const path = join(root, recordingPath(snippet))
  const before = readRecording(snippet)
  if (check && !before) return isCell ? `${snippet}: has no recording; run npm run record` : null
  if (check && isStale(before!, recordable)) return `${snippet}: its text has changed since it was recorded; run npm run record`
  const made = await perform(session, manifest, recordable)
  if (!isCell && !check && (typeof made === 'string' || made.ended === 'raised')) {
    rmSync(path, { force: true })
    return null
  }
  if (typeof made === 'string') return `${snippet}: ${made}`
  const drift = before && difference(normalForm(before, recordable), normalForm(made, recordable))
  if (check) return drift && `${snippet}: what it does is no longer what was recorded\n${drift}`
  if (before && !isStale(before, recordable) && !drift) return null
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asText(made))
  return null
}

/** Runs a program and returns its recording, or the sentence that says why it has none. */
export async function perform(session: Session, manifest: Manifest, { snippet, file, source, modules, input, traced, searching, objects, look, ...how }: Recordable): Promise<Recording | string> {
  const output: OutputChunk[] = []
  const answers = [...input]
  const trace: WireEvent[] = []
  const scenes: WireScene[] = []
  const findings: Finding[] = []
  let isCut = false
  const run = session.run({ file, source, modules, clock: how.clock, switch: how.switch, trace: traced, objects, look }, {
    output: chunks => chunks.forEach(chunk => append(output, chunk)),
    cut: () => isCut = true,
    input: async () => answers.shift() ?? null,
    started: () => {},
    trace: events => trace.push(...events),
    objects: more => scenes.push(...more),
    found: finding => findings.push(finding),
  })
  const timer = setTimeout(run.stop, timeout)
  const result = await run.result
  clearTimeout(timer)
  if (result.kind !== 'done' && result.kind !== 'raised' && result.kind !== 'exited' && result.kind !== 'lost') return `did not end within ${timeout / 1000} s`
  if (result.kind === 'lost') return result.problem.sentence
  if (isCut) return 'prints more than a cell shows'
  if (trace.length > mostEvents) return `does ${trace.length} things that its picture would show, of at most ${mostEvents}; let it do less`
  if (JSON.stringify(scenes).length > mostSceneBytes) return `has more objects and steps than its picture would show (${mostSceneBytes / 1000} kB); let it do less`
  const length = JSON.stringify(findings).length
  if (length > mostFound) return `its picture would need ${length} characters, of at most ${mostFound}; let it do less`
  if (result.kind === 'raised') append(output, { stream: 'stderr', text: result.error.traceback })
  const exploration = searching && await search(session, file, source, searching)
  if (typeof exploration === 'string') return exploration
  return {
    format: 1,
    snippet,
    source: hashProgram({ source, modules }),
    python: manifest.python,
    pyodide: manifest.pyodide,
    ended: result.kind,
    line: lineOf(result),
    output,
    ...traced && { trace },
    ...exploration && { exploration },
    ...objects && { objects: scenes.map(scene => [...scene]) },
    ...look && { findings },
    duration: Math.round(result.duration),
  }
}

/** What comes of the search of a cell's view, or the sentence that says why nothing does. */
async function search(session: Session, file: string, source: string, how: SearchOptions): Promise<Exploration | string> {
  const run = session.run(searchRequest(file, source, how), { output: () => {}, cut: () => {}, input: async () => null, started: () => {} })
  const result = await run.result
  if (result.kind !== 'explored') return 'could not be searched for a bad schedule'
  return 'error' in result.exploration ? result.exploration.error : result.exploration
}

/** JSON that people can read, with an event of a trace on one line. */
export function asText(recording: Recording): string {
  return `${pretty(recording, '')}\n`
}

function pretty(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map(item => Array.isArray(item) ? JSON.stringify(item) : pretty(item, inner))
    : Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => `${JSON.stringify(key)}: ${pretty(item, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return parts.length === 0 ? `${open}${close}` : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`
}

function append(output: OutputChunk[], chunk: OutputChunk): void {
  if (chunk.text === '') return
  const last = output.at(-1)
  if (last?.stream === chunk.stream) last.text += chunk.text
  else output.push({ ...chunk })
}

function lineOf(result: RunResult): number | null {
  return result.kind === 'raised' ? result.error.line : null
}

/** What must be the same in every run, as lines to compare. */
function normalForm({ python, pyodide, ended, line, output, trace, exploration, objects, findings }: Recording, { source, clock, traced, objects: isLooked, look }: Recordable): string[] {
  const printed = output.flatMap(({ stream, text }) => text.split('\n').map(part => `${stream === 'stderr' ? '! ' : '  '}${part}`))
  const end = `(${ended}${line === null ? '' : ` at line ${line}`}, Python ${python}, Pyodide ${pyodide})`
  const isVarying = varies(source) || clock === 'real'
  return [
    ...normalise(printed.join('\n'), source).split('\n'), end,
    ...traced ? comparable(trace, isVarying) : [],
    ...exploration ? JSON.stringify(exploration, null, 1).split('\n') : [],
    ...isLooked ? comparableScenes(objects, varies(source)) : [],
    ...look ? foundForm(findings, isVarying) : [],
  ]
}

/** What must be the same of a trace: all of it; of a program that varies only that there is one. */
function comparable(trace: Recording['trace'], isVarying: boolean): string[] {
  if (!trace) return ['(no trace)']
  return isVarying ? ['(a trace)'] : trace.map(event => JSON.stringify(event))
}

/** Of scenes too, but for addresses in an object's first bytes. */
function comparableScenes(scenes: Recording['objects'], isVarying: boolean): string[] {
  if (!scenes) return ['(no objects)']
  return isVarying ? ['(objects)'] : scenes.map(scene => JSON.stringify(withoutAddresses(scene as unknown as WireScene)))
}
