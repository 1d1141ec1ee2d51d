/** The deck on paper: Slidev's own print page, in a headless Chromium, with an outline and the deck's metadata. */
import { join } from 'node:path'
import { parseRangeString } from '@slidev/parser/core'
import { load } from '@slidev/parser/fs'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { launchChromium } from './browser.ts'
import { chooseExercises } from './exercises.ts'
import { addNotes, addSolutions, linkWithinPaper } from './handout.ts'
import { addOutline, type Entry } from './outline.ts'
import { root } from './root.ts'

export interface PaperOptions {
  /** Each slide's explanation and notes beneath it, on A4, and the solutions of the exercises behind the last, unless there is a range. */
  handout?: boolean
  dark?: boolean
  /** For instance `1,4-9`; all slides where it is absent. */
  range?: string
}

/** The size of a slide, in CSS pixels. */
const slide = { width: 980, height: 552 }
const patience = 180_000

const headmatterSchema = z.object({
  title: z.string(),
  author: z.string().optional(),
  info: z.string().optional(),
  keywords: z.string().optional(),
  lang: z.string().default('en'),
})

interface Deck {
  /** Numbers of the slides that are printed. */
  chosen: number[]
  /** How many there are in all. */
  total: number
  entries: Entry[]
  about: z.infer<typeof headmatterSchema>
}

/** The deck, and the slides of it that are printed, in order. Throws an Error with one sentence where the range names none. */
async function readDeck(range?: string): Promise<Deck> {
  const deck = await load({ userRoot: root, roots: [root], allowedRoots: [root] }, join(root, 'slides.md'))
  const total = deck.slides.length
  const chosen = parseRangeString(total, range).filter(number => number <= total)
  if (!chosen.length) throw new Error(`There are no slides "${range}": the deck has slides 1 to ${total}.`)
  const entries = chosen.map((number): Entry => {
    const { title, frontmatter } = deck.slides[number - 1]!
    return { title: title ?? `Slide ${number}`, opens: ['cover', 'section', 'closing'].includes(String(frontmatter.layout)) }
  })
  return { chosen, total, entries, about: headmatterSchema.parse(deck.headmatter) }
}

/** Opens the print page, and waits until all of it is there. */
async function openPrintPage(page: Page, url: string, { chosen, total }: Deck, dark: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', media: 'screen', reducedMotion: 'reduce' })
  await page.goto(`${url}?print=true#/print`, { waitUntil: 'networkidle', timeout: patience })
  await page.waitForFunction(expected =>
    document.querySelectorAll('.print-slide-container .slidev-layout').length >= expected && !document.querySelector('.slidev-slide-loading'),
  total, { timeout: patience })
  // Slidev's own range is not heeded where routes are behind a #.
  await page.evaluate((numbers) => {
    for (const slide of document.querySelectorAll('.print-slide-container')) {
      if (!numbers.includes(Number.parseInt(slide.id))) slide.remove()
    }
  }, chosen)
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  })
  await page.evaluate(linkWithinPaper)
  // Slidev breaks the page after every slide; after the last one that would leave a blank page.
  await page.addStyleTag({ content: `
    @page { size: ${slide.width}px ${slide.height}px; margin: 0 }
    .print-slide-container:last-child { break-after: auto !important }
  ` })
}

/** Prints the built deck at `url`; a handout where that is asked for. */
export async function printDeck(url: string, options: PaperOptions = {}): Promise<{ bytes: Uint8Array, pages: number }> {
  const deck = await readDeck(options.range)
  const { entries, about } = deck
  const browser = await launchChromium()
  try {
    // As high as all slides together: what is off the screen is not laid out by some slides.
    const page = await browser.newPage({ viewport: { width: slide.width, height: slide.height * deck.total }, serviceWorkers: 'block' })
    await openPrintPage(page, url, deck, options.dark ?? false)
    if (options.handout) {
      await addNotes(page, about.title)
      if (!options.range) await addSolutions(page, chooseExercises([]))
    }
    const printed = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
    })
    const pdf = await PDFDocument.load(printed, { updateMetadata: false })
    addOutline(pdf, entries)
    pdf.setTitle(about.title, { showInWindowTitleBar: true })
    pdf.setLanguage(about.lang)
    pdf.setCreator(about.title)
    if (about.author) pdf.setAuthor(about.author)
    if (about.info) pdf.setSubject(about.info)
    if (about.keywords) pdf.setKeywords(about.keywords.split(/,\s*/))
    return { bytes: await pdf.save(), pages: pdf.getPageCount() }
  }
  finally {
    await browser.close()
  }
}
