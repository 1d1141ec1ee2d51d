import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFDocument, type PDFObject, type PDFRef } from 'pdf-lib'

/** A page's line in the outline. */
export interface Entry {
  title: string
  /** It opens a chapter, under which the following pages stand. */
  opens: boolean
}

interface Item extends Entry {
  page: number
  ref: PDFRef
  children: Item[]
}

/** A heading's Markdown as plain text: readers of PDF show titles as they are. */
export function plainTitle(markdown: string): string {
  return toString(fromMarkdown(`# ${markdown}`))
}

/** Gives a PDF an outline (bookmarks) of two levels, one entry a page, in the order of the pages. */
export function addOutline(pdf: PDFDocument, entries: Entry[]): void {
  const { context, catalog } = pdf
  const chapters: Item[] = []
  entries.forEach((entry, page) => {
    const item = { ...entry, page, ref: context.nextRef(), children: [] }
    const chapter = chapters.at(-1)
    if (entry.opens || !chapter) chapters.push(item)
    else chapter.children.push(item)
  })
  const pages = pdf.getPages()
  const root = context.nextRef()

  /** Writes items of one level as the linked list that the format wants; returns what their parent says of them. */
  function write(items: Item[], parent: PDFRef): [PDFName, PDFObject][] {
    items.forEach(({ title, page, ref, children }, index) => {
      const item = PDFDict.fromMapWithContext(new Map<PDFName, PDFObject>([
        [PDFName.of('Title'), PDFHexString.fromText(plainTitle(title))],
        [PDFName.of('Parent'), parent],
        ...write(children, ref),
      ]), context)
      item.set(PDFName.of('Dest'), context.obj([pages[page]!.ref, 'Fit']))
      const [previous, next] = [items[index - 1], items[index + 1]]
      if (previous) item.set(PDFName.of('Prev'), previous.ref)
      if (next) item.set(PDFName.of('Next'), next.ref)
      context.assign(ref, item)
    })
    const [first, last] = [items[0], items.at(-1)]
    if (!first || !last) return []
    return [[PDFName.of('First'), first.ref], [PDFName.of('Last'), last.ref], [PDFName.of('Count'), PDFNumber.of(items.length)]]
  }

  context.assign(root, PDFDict.fromMapWithContext(new Map<PDFName, PDFObject>([[PDFName.of('Type'), PDFName.of('Outlines')], ...write(chapters, root)]), context))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
