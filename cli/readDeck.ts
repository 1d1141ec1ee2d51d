/** The deck's Markdown, read as Slidev reads it; what Slidev passes over is an error here. */
import { join, relative, sep } from 'node:path'
import { load } from '@slidev/parser/fs'
import type { SlidevData } from '@slidev/types'
import { root as projectRoot } from './root.ts'

export type Deck = Awaited<ReturnType<typeof load>>

/**
 * Reads `slides.md` below `root`, and all pages that it names.
 * Throws an Error that names file, line and fault of each page that is not there or cannot be read: Slidev leaves such a page out.
 */
export async function readDeck(root = projectRoot): Promise<Deck> {
  const deck = await load({ userRoot: root, roots: [root], allowedRoots: [root] }, join(root, 'slides.md'))
  const faults = faultsOf(deck.markdownFiles, root)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return deck
}

function faultsOf(files: SlidevData['markdownFiles'], root: string): string[] {
  const inside = (path: string) => relative(root, path).split(sep).join('/')
  return Object.values(files).flatMap(({ filepath, errors = [] }) => errors.map(({ row, message }) =>
    `${inside(filepath)}, line ${row + 1}: ${message.replaceAll(root, '')}`))
}

if (import.meta.main) {
  try {
    await readDeck()
  }
  catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
