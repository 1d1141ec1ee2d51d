/**
 * `npm run export`: the deck as a PDF, every slide once, each cell with its code and its recorded output.
 * `--handout` puts each slide's notes beneath it, a slide a page. Pictures and PowerPoint slides are of the same pages.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { builtDeck } from './deck/builtDeck.ts'
import { installChromium } from './deck/install-browser.ts'
import { printDeck, type PaperOptions } from './deck/paper/paper.ts'
import { arePictures, pictureDeck, powerPoint } from './deck/paper/pictures.ts'
import { isReplaceable } from './deck/replaceable.ts'
import { root } from './root.ts'
import { exportEditable } from './deck/paper/slidevExport.ts'

const formats = ['pdf', 'pptx', 'pptx-editable', 'png'] as const
type Options = PaperOptions & { format: typeof formats[number], output?: string }

const options = new Command('npm run export --')
  .description('Writes the deck as a PDF, as PowerPoint slides or as pictures.')
  .addOption(new Option('--format <format>', 'pptx: a picture a slide, with its notes; pptx-editable: text and shapes, as far as Slidev can; png: a folder of pictures').choices(formats).default('pdf'))
  .option('--handout', 'slides with their notes beneath, A4', false)
  .option('--dark', 'light on dark', false)
  .option('--range <slides>', 'only these slides, for instance 1,4-9')
  .option('--output <file>', 'where to (under-the-gil.pdf, or under-the-gil-handout.pdf)')
  .parse()
  .opts<Options>()

/** Has `write` make what it makes of the built deck, which is built where that has not been done. */
async function ofBuiltDeck(write: (url: string) => Promise<string>): Promise<void> {
  console.log('Building the deck, where that has not been done …')
  const deck = await builtDeck()
  try {
    console.log(await write(deck.url))
  }
  finally {
    await deck.close()
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const every = (done: number, of: number) => void (done % 20 === 0 && console.log(`${done} of ${of} slides …`))

async function print(url: string): Promise<string> {
  console.log('Printing …')
  const { bytes, pages } = await printDeck(url, options)
  await writeFile(place, bytes)
  return `${output}: ${pages} pages, ${megabytes(bytes.length)}.`
}

async function present(url: string): Promise<string> {
  const { pictures, about } = await pictureDeck(url, options, every)
  const bytes = await powerPoint(pictures, about)
  await writeFile(place, bytes)
  return `${output}: ${pictures.length} slides, ${megabytes(bytes.length)}.`
}

async function picture(url: string): Promise<string> {
  const { pictures } = await pictureDeck(url, options, every)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  for (const { slide, png } of pictures) await writeFile(join(place, `${slide}.png`), png)
  return `${output}: ${pictures.length} pictures.`
}

const ending = { 'pdf': '.pdf', 'pptx': '.pptx', 'pptx-editable': '.pptx', 'png': '' }[options.format]
const output = options.output ?? `under-the-gil${options.handout ? '-handout' : ''}${ending}`
const place = resolve(root, output)

try {
  if (options.handout && options.format !== 'pdf') throw new Error('A handout is a PDF: leave --format out.')
  if (options.format === 'png' && !isReplaceable(place, arePictures)) throw new Error(`${output} holds other files, which would be deleted: name an empty folder with --output.`)
  process.env.CHROMIUM_PATH = await installChromium()
  if (options.format === 'pptx-editable') await exportEditable(options, output)
  else await ofBuiltDeck({ pdf: print, pptx: present, png: picture }[options.format])
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
