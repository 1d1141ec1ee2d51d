/** Records the cells of this deck anew, or those whose names are given: `node tests/browser/views/record.ts inline/pools`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareAssets } from '../../../cli/boot/assets.ts'
import { listCells, recordingPath } from '../../../cli/run/cells.ts'
import { asText, perform } from '../../../cli/recordings/record.ts'
import { openNodeSession, readManifest } from '../../../runtime/run/node.ts'
import { needsOf } from '../../../runtime/run/views.ts'

const only = process.argv.slice(2)
const root = fileURLToPath(new URL('.', import.meta.url))
await prepareAssets()
const session = openNodeSession()
for (const cell of await listCells(root)) {
  if (cell.snippet.match(/unrecorded|real|many/) || (only.length > 0 && !only.includes(cell.snippet))) continue
  const { trace, objects, look } = needsOf(cell.options.view, cell.options.object)
  const made = await perform(session, readManifest(), { ...cell, clock: cell.options.clock, switch: cell.options.switch ?? 'gil', isCell: true, traced: trace === true, objects, look, searching: null })
  if (typeof made === 'string') throw new Error(`${cell.snippet}: ${made}`)
  const path = join(root, recordingPath(cell.snippet))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asText(made))
}
await session.close()
