/**
 * Measures what the project promises: `npm run bench -- [--times N] [--only NAME]`.
 * Prints one table, writes bench/results/<date>.json, and fails where a promise is not kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { Command } from 'commander'
import { prepareAssets } from '../cli/boot/assets.ts'
import { engine } from './engine/engine.ts'
import { exits } from './engine/exits.ts'
import { finding } from './deck/finding.ts'
import { grading, verdicts } from './grading/grading.ts'
import { handOff } from './engine/handOff.ts'
import type { Measure, Row } from './measure.ts'
import { memory } from './memory/memory.ts'
import { memoryModels } from './memory/memoryModels.ts'
import { processes } from './engine/processes.ts'
import { reading } from './deck/reading.ts'
import { scheduling } from './views/scheduling.ts'
import { session } from './cells/session.ts'
import { slides } from './deck/slides.ts'
import { threads } from './engine/threads.ts'
import { soak } from './engine/soak.ts'
import { tab } from './tab.ts'
import { terminal } from './cells/terminal.ts'
import { tracing } from './engine/tracing.ts'
import { views } from './views/views.ts'
import { watching } from './engine/watching.ts'

/** The parts, by the name that `--only` takes; a new one is added here. */
const parts: Record<string, Measure> = { terminal, session, slides, finding, reading, engine, threads, watching, handOff, tracing, processes, views, scheduling, memory, memoryModels, grading }

/** Parts that take so long that they run only when they are asked for. */
const longParts: Record<string, Measure> = { exits, soak, tab, verdicts }

function shown(value: number, unit: Row['unit']): string {
  if (unit === 'count') return value.toFixed(0)
  return unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} ms`
}

const command = new Command('bench')
  .option('--times <n>', 'measurements of each kind', '5')
  .option('--only <name>', `one part: ${Object.keys({ ...parts, ...longParts }).join(', ')}`)
const { times, only } = command.parse().opts<{ times: string, only?: string }>()

await prepareAssets()
const rows: Row[] = []
for (const [name, measure] of Object.entries(only === undefined ? parts : { ...parts, ...longParts })) {
  if (only === undefined || only === name) rows.push(...await measure(Number(times)))
}
const date = new Date().toISOString().slice(0, 10)
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`
const folder = new URL('./results/', import.meta.url)
mkdirSync(folder, { recursive: true })
if (only === undefined) writeFileSync(new URL(`${date}.json`, folder), `${JSON.stringify({ date, machine, times: Number(times), rows }, null, 2)}\n`)
console.log(`Medians of ${times}, on ${machine}.`)
console.table(rows.map(({ what, value, unit, atMost }) => ({ what, measured: shown(value, unit), 'at most': atMost === null ? '' : shown(atMost, unit), kept: atMost === null ? '' : value <= atMost ? 'yes' : 'NO' })))
process.exitCode = rows.every(({ value, atMost }) => atMost === null || value <= atMost) ? 0 : 1
