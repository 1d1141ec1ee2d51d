/** Slidev's own print page of the built deck, all of it there: what a PDF, pictures and PowerPoint slides are made of. */
import { parseRangeString } from '@slidev/parser/core'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { linkWithinPaper } from './handout.ts'
import type { Entry } from './outline.ts'
import { readDeck } from '../../readDeck.ts'

/** Which slides, and how they look. */
export interface PrintOptions {
  dark?: boolean
  /** For instance `1,4-9`; all slides where it is absent. */
  range?: string
}

/** The size of a slide, in CSS pixels. */
export const slideSize = { width: 980, height: 552 }
const patience = 180_000

const headmatterSchema = z.object({
  title: z.string(),
  author: z.string().optional(),
  info: z.string().optional(),
  keywords: z.string().optional(),
  lang: z.string().default('en'),
})

export interface Printed {
  /** Numbers of the slides that are printed. */
  chosen: number[]
  /** How many there are in all. */
  total: number
  entries: Entry[]
  /** What its author says beside each of them; empty where there is nothing. */
  notes: string[]
  about: z.infer<typeof headmatterSchema>
}

/** The deck, and the slides of it that are printed, in order. Throws an Error with one sentence where the range names none. */
export async function chooseSlides(range?: string): Promise<Printed> {
  const deck = await readDeck()
  const total = deck.slides.length
  const chosen = parseRangeString(total, range).filter(number => number <= total)
  if (!chosen.length) throw new Error(`There are no slides "${range}": the deck has slides 1 to ${total}.`)
  const entries = chosen.map((number): Entry => {
    const { title, frontmatter } = deck.slides[number - 1]!
    return { title: title ?? `Slide ${number}`, opens: ['cover', 'section', 'closing'].includes(String(frontmatter.layout)) }
  })
  const notes = chosen.map(number => deck.slides[number - 1]!.note ?? '')
  return { chosen, total, entries, notes, about: headmatterSchema.parse(deck.headmatter) }
}

/** A view draws once it knows how large it is, and then perhaps once more: waits until frames pass in which nothing is added. Runs in the page. */
async function untilDrawn(): Promise<void> {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  for (let quiet = 0, elements = 0; quiet < 5; quiet++) {
    await frame()
    const now = document.querySelectorAll('*').length
    if (now !== elements) quiet = 0
    elements = now
  }
}

/** Opens the print page, and waits until all of it is there. */
export async function openPrintPage(page: Page, url: string, { chosen, total }: Printed, dark: boolean): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', media: 'screen', reducedMotion: 'reduce' })
  await page.goto(`${url}?print=true#/print`, { timeout: patience })
  await page.waitForFunction(expected =>
    document.querySelectorAll('.print-slide-container .slidev-layout').length >= expected && !document.querySelector('.slidev-slide-loading, [data-coming]'),
  total, { timeout: patience })
  await page.evaluate(untilDrawn)
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
    @page { size: ${slideSize.width}px ${slideSize.height}px; margin: 0 }
    .print-slide-container:last-child { break-after: auto !important }
  ` })
}
