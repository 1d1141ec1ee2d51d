/** The deck on paper, with an outline and the deck's metadata. */
import { PDFDocument } from 'pdf-lib'
import { launchChromium } from '../browser.ts'
import { chooseExercises } from '../../grading/exercises.ts'
import { addNotes, addSolutions } from './handout.ts'
import { addOutline } from './outline.ts'
import { chooseSlides, openPrintPage, slideSize, type PrintOptions } from './printPage.ts'

export interface PaperOptions extends PrintOptions {
  /** Each slide's explanation and notes beneath it, on A4, and the solutions of the exercises behind the last, unless there is a range. */
  handout?: boolean
}

/** Prints the built deck at `url`; a handout where that is asked for. */
export async function printDeck(url: string, options: PaperOptions = {}): Promise<{ bytes: Uint8Array, pages: number }> {
  const deck = await chooseSlides(options.range)
  const { entries, about } = deck
  const browser = await launchChromium()
  try {
    // A window as high as all slides together would be painted whole before it is printed: it took minutes.
    const page = await browser.newPage({ viewport: slideSize, serviceWorkers: 'block' })
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
