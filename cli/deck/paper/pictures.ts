/** The deck as pictures, one a slide, and as PowerPoint slides that show them. */
import PptxGenJS from 'pptxgenjs'
import { launchChromium } from '../browser.ts'
import { chooseSlides, openPrintPage, slideSize, type Printed, type PrintOptions } from './printPage.ts'

export interface Picture {
  /** The slide's number, from 1. */
  slide: number
  png: Buffer
  title: string
  note: string
}

/** Names of pictures as an export gives them: the slide's number; Slidev's own have the click's, too. */
export function arePictures(names: string[]): boolean {
  return names.every(name => /^\d+(-\d+)?\.png$/.test(name))
}

/** Pixels a CSS pixel: a projector has about twice as many as a slide is wide. */
const scale = 2

/** A picture of each chosen slide of the built deck at `url`, 1960 × 1104 pixels, in order, and what the deck says of itself. */
export async function pictureDeck(url: string, { dark = false, range }: PrintOptions, tell: (done: number, of: number) => void = () => {}): Promise<{ pictures: Picture[], about: Printed['about'] }> {
  const deck = await chooseSlides(range)
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: slideSize, deviceScaleFactor: scale, serviceWorkers: 'block' })
    await openPrintPage(page, url, deck, dark)
    const pictures: Picture[] = []
    for (const [place, slide] of deck.chosen.entries()) {
      const png = await page.locator('.print-slide-container').nth(place).screenshot()
      pictures.push({ slide, png, title: deck.entries[place]!.title, note: deck.notes[place]! })
      tell(pictures.length, deck.chosen.length)
    }
    return { pictures, about: deck.about }
  }
  finally {
    await browser.close()
  }
}

/** PowerPoint slides, each a picture with what is said beside it. */
export async function powerPoint(pictures: readonly Picture[], about: Printed['about']): Promise<Uint8Array> {
  const slides = new PptxGenJS()
  const [width, height] = [slideSize.width / 96, slideSize.height / 96] // inches
  slides.defineLayout({ name: 'slide', width, height })
  slides.layout = 'slide'
  slides.title = about.title
  if (about.author) slides.author = about.author
  if (about.info) slides.subject = about.info
  for (const { png, title, note } of pictures) {
    const slide = slides.addSlide()
    slide.addImage({ data: `image/png;base64,${png.toString('base64')}`, x: 0, y: 0, w: width, h: height, altText: title })
    if (note) slide.addNotes(note)
  }
  return await slides.write({ outputType: 'uint8array' }) as Uint8Array
}
