/** What a look at mimalloc's blocks found, as a map of pages after each line. */
import type { BlocksFinding } from './findings.ts'
import { marksOf, type Mark } from './pools.ts'

export type BlocksMoment = BlocksFinding & { kind: 'blocks' }

export interface BlockPage {
  page: number
  /** The address of its first block. */
  first: number
  /** Bytes from one block to the next; 0 where only one was ever seen. */
  size: number
  marks: Mark[]
  /** The marks before this moment. */
  before: Mark[]
}

export interface BlocksScene {
  moment: BlocksMoment
  /** By address. */
  pages: BlockPage[]
}

export function blocksScenes(findings: readonly BlocksFinding[]): BlocksScene[] {
  const scenes: BlocksScene[] = []
  let pages = new Map<number, BlockPage>()
  for (const finding of findings) {
    if (finding.kind !== 'blocks') continue
    pages = new Map([...pages].map(([number, page]) => [number, { ...page, before: page.marks }]))
    for (const { page, first, size, blocks } of finding.pages) {
      const marks = marksOf(blocks)
      pages.set(page, { page, first, size, marks, before: pages.get(page)?.marks ?? marks.map(() => '.') })
    }
    scenes.push({ moment: finding, pages: [...pages.values()].sort((one, other) => one.page - other.page) })
  }
  return scenes
}

/** How many blocks that were given back are in use again since the moment before. */
export function reused({ pages }: BlocksScene): number {
  return pages.reduce((sum, { marks, before }) => sum + marks.filter((mark, index) => mark === '+' && before[index] === '-').length, 0)
}

const number = new Intl.NumberFormat('en')

export function blocksWords(scene: BlocksScene): string {
  const { line, taken, given, alive, bytes } = scene.moment
  const again = reused(scene)
  return `Line ${line}: ${number.format(taken)} asked for, ${number.format(given)} given back${again ? `; ${number.format(again)} used again` : ''}. `
    + `${number.format(alive)} in use, ${number.format(bytes)} bytes.`
}

/** An address as `hex(id(x))` shows it. */
export function addressText(address: number): string {
  return `0x${address.toString(16)}`
}

/** One page in the drawing: where it stands, and the side of a block, all in units of the drawing. */
export interface PagePlace { page: BlockPage, y: number, cell: number, columns: number, height: number }

/** Pages one below the other, as large as fits; those with most blocks where not all have room. */
export function placePages(pages: BlockPage[], counts: number[], width: number, height: number, label: number): PagePlace[] {
  for (let cell = 16; cell >= 3; cell--) {
    const columns = Math.floor(width / cell)
    const heights = counts.map(count => Math.max(label, Math.ceil(count / columns) * cell + 5))
    if (heights.reduce((sum, one) => sum + one, 0) > height && cell > 3) continue
    let y = 0
    return pages.map((page, index) => {
      const place = { page, y, cell, columns, height: heights[index]! }
      y += heights[index]!
      return place
    })
  }
  return []
}
