/**
 * `npm run export`: the deck as a PDF, every slide once, each cell with its code and its recorded output.
 * `--handout` puts each slide's notes beneath it, a slide a page. `--format pptx` and `png` are Slidev's own.
 */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { builtDeck } from './builtDeck.ts'
import { installChromium } from './install-browser.ts'
import { printDeck, type PaperOptions } from './paper.ts'
import { root, slidev } from './root.ts'

type Options = PaperOptions & { format: 'pdf' | 'pptx' | 'png', output?: string }

const options = new Command('npm run export --')
  .description('Writes the deck as a PDF, as PowerPoint slides or as pictures.')
  .addOption(new Option('--format <format>', 'pptx: a picture a slide, with its notes; png: a folder of pictures').choices(['pdf', 'pptx', 'png']).default('pdf'))
  .option('--handout', 'slides with their notes beneath, A4', false)
  .option('--dark', 'light on dark', false)
  .option('--range <slides>', 'only these slides, for instance 1,4-9')
  .option('--output <file>', 'where to (under-the-gil.pdf, or under-the-gil-handout.pdf)')
  .parse()
  .opts<Options>()

/** For a slide to be there, in ms: Slidev's development server builds it first. */
const patience = 300_000

/** PowerPoint slides and pictures, by Slidev's own exporter. */
function exportBySlidev({ format, dark, range }: Options, output: string): void {
  const chosen = [...(dark ? ['--dark'] : []), ...(range ? ['--range', range] : [])]
  const { status } = spawnSync(process.execPath, [
    slidev, 'export', 'slides.md', '--format', format, '--output', resolve(root, output), '--executable-path', process.env.CHROMIUM_PATH!, '--timeout', String(patience), ...chosen,
  ], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`Slidev could not write ${output}.`)
}

async function print(options: Options, output: string): Promise<void> {
  console.log('Building the deck, where that has not been done …')
  const deck = await builtDeck()
  try {
    console.log('Printing …')
    const { bytes, pages } = await printDeck(deck.url, options)
    await writeFile(resolve(root, output), bytes)
    console.log(`${output}: ${pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB.`)
  }
  finally {
    await deck.close()
  }
}

const ending = { pdf: '.pdf', pptx: '.pptx', png: '' }[options.format]
const output = options.output ?? `under-the-gil${options.handout ? '-handout' : ''}${ending}`

try {
  if (options.handout && options.format !== 'pdf') throw new Error('A handout is a PDF: leave --format out.')
  process.env.CHROMIUM_PATH = await installChromium()
  if (options.format === 'pdf') await print(options, output)
  else exportBySlidev(options, output)
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
