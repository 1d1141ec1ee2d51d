/** Reads a PDF as a reader's program would. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  text: string
  /** Addresses of links that leave the document. */
  links: string[]
  /** Links to another page of it. */
  inner: number
  /** Pictures made of pixels. */
  images: number
}

export interface Pdf {
  pages: PdfPage[]
  /** Titles of the outline, chapters before what they hold. */
  outline: string[]
  title?: string
  author?: string
}

interface Bookmark {
  title: string
  items: Bookmark[]
}

const flat = (items: Bookmark[]): string[] => items.flatMap(({ title, items: below }) => [title, ...flat(below)])
const pixels = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObjectGroup])

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await loading.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const annotations = await page.getAnnotations() as { subtype: string, url?: string, dest?: unknown }[]
    const { fnArray } = await page.getOperatorList()
    pages.push({
      text: items.map(item => 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '').join(''),
      links: annotations.flatMap(({ url }) => url ?? []),
      inner: annotations.filter(({ dest }) => dest).length,
      images: fnArray.filter(operation => pixels.has(operation)).length,
    })
  }
  const { Title, Author } = (await document.getMetadata()).info as { Title?: string, Author?: string }
  const outline = flat(await document.getOutline() as Bookmark[] ?? [])
  await loading.destroy()
  return { pages, outline, title: Title, author: Author }
}
