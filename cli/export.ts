/**
 * `npm run export`: the deck as a PDF, every slide once, each cell with its code and its recorded output.
 * `--handout` puts each slide's notes beneath it, a slide a page.
 */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { builtDeck } from './builtDeck.ts'
import { installChromium } from './install-browser.ts'
import { printDeck, type PaperOptions } from './paper.ts'
import { root } from './root.ts'

type Options = PaperOptions & { output?: string }

const options = new Command('npm run export --')
  .description('Writes the deck as a PDF.')
  .option('--handout', 'slides with their notes beneath, A4', false)
  .option('--dark', 'light on dark', false)
  .option('--range <slides>', 'only these slides, for instance 1,4-9')
  .option('--output <file>', 'where to (under-the-gil.pdf, or under-the-gil-handout.pdf)')
  .parse()
  .opts<Options>()

const output = options.output ?? `under-the-gil${options.handout ? '-handout' : ''}.pdf`

try {
  process.env.CHROMIUM_PATH = await installChromium()
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
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
