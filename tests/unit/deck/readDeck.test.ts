/** A deck that Slidev would build with something left out is refused, with file and line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { plainTitle } from '../../../cli/deck/paper/outline.ts'
import { readDeck } from '../../../cli/readDeck.ts'

let root = ''
afterEach(() => rmSync(root, { recursive: true, force: true }))

function deckOf(files: Record<string, string>): string {
  root = mkdtempSync(join(tmpdir(), 'deck-'))
  mkdirSync(join(root, 'pages'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  return root
}

test('pages that are there are read, in order', async () => {
  const { slides } = await readDeck(deckOf({
    'slides.md': '# One\n\n---\nsrc: ./pages/two.md\n---\n\n---\n\n# Four\n',
    'pages/two.md': '# Two\n\n---\n\n# Three\n',
  }))
  expect(slides.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four'])
})

test('a page that is not there is named, with the line that names it', async () => {
  const deck = deckOf({ 'slides.md': '# One\n\n---\nsrc: ./pages/twoo.md\n---\n' })
  await expect(readDeck(deck)).rejects.toThrow(/^slides\.md, line \d+: Imported markdown file not found: \/pages\/twoo\.md$/)
})

test('so is one within a page', async () => {
  const deck = deckOf({ 'slides.md': '# One\n\n---\nsrc: ./pages/two.md\n---\n', 'pages/two.md': '# Two\n\n---\nsrc: ./three.md\n---\n' })
  await expect(readDeck(deck)).rejects.toThrow(/^pages\/two\.md, line \d+: .*three\.md$/)
})

test.each([
  ['`b = a`. Which `+` changes `a` as well?', 'b = a. Which + changes a as well?'],
  ['An *important* **word**, a [link](https://sli.dev)', 'An important word, a link'],
  ['Both have a `__del__`', 'Both have a __del__'],
  ['1. is no list', '1. is no list'],
  ['2 * 3 * 4 is 24', '2 * 3 * 4 is 24'],
])('the title %s is told as plain text', (markdown, plain) => expect(plainTitle(markdown)).toBe(plain))
