/**
 * Pictures of slides, to look at:
 *
 *   node cli/shots.ts [--slides 3,7-9] [--click N] [--dark] [--sheet] [--phone] [--wait MS] [--out DIR] [--url URL] [--entry FILE.md]
 *
 * Writes `slide-007.png` (or `slide-007-dark.png`), 980×552 at two pixels a point, of the deck built from the sources as
 * they are now (a build of the same sources is used again), or of a running one at `--url http://localhost:3030/`.
 * `--sheet` writes sheets of nine slides instead; `--phone` takes 390×844 and 844×390 instead; `--wait` gives editors time to load.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Browser } from 'playwright-core'
import { launchChromium } from './deck/browser.ts'
import { builtDeck } from './deck/builtDeck.ts'
import { openDeck, type DeckPage } from './deck/deckPage.ts'

interface Options {
  slides?: string
  click: string
  dark?: boolean
  sheet?: boolean
  phone?: boolean
  wait: string
  out: string
  url?: string
  entry?: string
}

interface Shot {
  name: string
  png: Buffer
}

const perSheet = 9

/** `3,7-9` → [3, 7, 8, 9]; without a text all numbers up to `total`. */
function slideNumbers(text: string | undefined, total: number): number[] {
  if (text === undefined) return Array.from({ length: total }, (_, index) => index + 1)
  return text.split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number)
    if (!(first >= 1 && last <= total)) throw new Error(`--slides ${text}: this deck has slides 1 to ${total}.`)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

async function shoot(deck: DeckPage, options: Options, suffix: string): Promise<Shot[]> {
  const shots: Shot[] = []
  for (const number of slideNumbers(options.slides, deck.slides.length)) {
    await deck.go(number, Number(options.click))
    if (Number(options.wait) > 0) await deck.page.waitForTimeout(Number(options.wait))
    shots.push({ name: `slide-${String(number).padStart(3, '0')}${suffix}.png`, png: await deck.page.screenshot() })
  }
  return shots
}

/** Puts pictures on sheets, three by three, each under its name. */
async function sheets(browser: Browser, shots: Shot[], suffix: string): Promise<Shot[]> {
  const page = await browser.newPage({ viewport: { width: 1880, height: 360 } })
  const made: Shot[] = []
  for (let start = 0; start < shots.length; start += perSheet) {
    const cells = shots.slice(start, start + perSheet)
      .map(({ name, png }) => `<div>${name}<br><img width="610" src="data:image/png;base64,${png.toString('base64')}"></div>`)
    await page.setContent(`<body style="margin:8px;background:#777;color:#fff;font:12px sans-serif;display:grid;grid-template-columns:repeat(3,610px);gap:8px;align-content:start">${cells.join('')}`)
    made.push({ name: `sheet-${String(start / perSheet + 1).padStart(2, '0')}${suffix}.png`, png: await page.screenshot({ fullPage: true }) })
  }
  await page.close()
  return made
}

async function main(options: Options): Promise<void> {
  const served = options.url === undefined ? await builtDeck(options.entry) : null
  const browser = await launchChromium()
  try {
    const views = options.phone
      ? [{ width: 390, height: 844, name: '-portrait' }, { width: 844, height: 390, name: '-landscape' }]
      : [{ width: 980, height: 552, name: '' }]
    await mkdir(options.out, { recursive: true })
    for (const { name, ...viewport } of views) {
      const suffix = `${name}${options.dark ? '-dark' : ''}`
      const page = await browser.newPage({ viewport, deviceScaleFactor: options.sheet ? 1 : 2, hasTouch: Boolean(options.phone) })
      const deck = await openDeck(page, served?.url ?? options.url ?? '')
      await deck.wear(options.dark ? 'dark' : 'light')
      const shots = await shoot(deck, options, suffix)
      for (const { name: file, png } of options.sheet ? await sheets(browser, shots, suffix) : shots) {
        await writeFile(join(options.out, file), png)
        console.log(join(options.out, file))
      }
      await page.close()
    }
  }
  finally {
    await browser.close()
    await served?.close()
  }
}

const command = new Command('shots')
  .option('--slides <list>', 'for instance 3,7-9; all without it')
  .option('--click <n>', 'the click at which to look', '0')
  .option('--dark', 'the dark theme')
  .option('--sheet', 'nine slides a picture')
  .option('--phone', 'as on a phone, upright and lying')
  .option('--wait <ms>', 'milliseconds to wait on each slide', '0')
  .option('--out <folder>', 'where the pictures go', '.cache/shots')
  .option('--url <url>', 'a running deck')
  .option('--entry <file>', 'another Markdown file than slides.md')
await main(command.parse().opts<Options>())
