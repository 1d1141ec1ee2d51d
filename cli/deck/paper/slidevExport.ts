/** PowerPoint slides of text and shapes, by Slidev's own exporter. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { chooseSlides, type PrintOptions } from './printPage.ts'
import { root, slidev } from '../../root.ts'

/** For a slide to be there, in ms: Slidev's development server builds it first. */
const patience = 300_000

/** How many slides a PowerPoint file has. */
export function countSlides(file: Uint8Array): number {
  return Object.keys(unzipSync(file, { filter: ({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name) })).length
}

/** Writes `output`. Throws an Error with one sentence where that cannot be done. */
export async function exportEditable({ dark, range }: PrintOptions, output: string): Promise<void> {
  const place = resolve(root, output)
  const { length } = (await chooseSlides(range)).chosen
  const chosen = [...(dark ? ['--dark'] : []), ...(range ? ['--range', range] : [])]
  const write = () => spawnSync(process.execPath, [
    // A slide is one; without this PowerPoint gets one for each click.
    slidev, 'export', 'slides.md', '--format', 'pptx-editable', '--with-clicks=false',
    '--output', place, '--executable-path', process.env.CHROMIUM_PATH!, '--timeout', String(patience), ...chosen,
  ], { cwd: root, stdio: 'inherit' }).status === 0
  // It does not wait for slides that its server is still making, and writes those that are there: the second time they are made.
  for (let left = 1; ; left--) {
    if (!write()) throw new Error(`Slidev could not write ${output}.`)
    const made = countSlides(readFileSync(place))
    if (made === length) return
    if (left === 0) throw new Error(`${output} has ${made} of ${length} slides: Slidev did not wait for the others. Try again, or take --format pptx.`)
  }
}
