/** What docs/authoring.md says of Slidev's Markdown, by Slidev's own parser. */
import { parse } from '@slidev/parser/core'
import { expect, test } from 'vitest'

async function slidesOf(markdown: string) {
  const { slides } = await parse(markdown, 'slides.md')
  return slides.map(({ frontmatter, content, note }) => ({ frontmatter, content, note }))
}

test('front matter ends at the first ---, also within a value', async () => {
  const [slide] = await slidesOf('---\ncaption: before --- after\nlayout: cell\n---\n\n# One\n')
  expect(slide!.frontmatter).toEqual({ caption: 'before' })
  expect(slide!.content).toMatch(/^after\nlayout: cell/)
})

test('a line of a table that begins with --- separates slides', async () => {
  expect(await slidesOf('# One\n\na | b\n--- | ---\n1 | 2\n')).toHaveLength(2)
  expect(await slidesOf('# One\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n')).toHaveLength(1)
})

test('a comment that is open in the code takes the rest of the slide as its note', async () => {
  const [slide] = await slidesOf('# One\n\n```html\n<!-- begin\n```\n\nText\n\n<!--\nSay: hello\n-->\n')
  expect(slide!.content).toBe('# One\n\n```html')
  expect(slide!.note).toContain('Text')
})

test('of two comments at the end the last is the note', async () => {
  const [slide] = await slidesOf('# One\n\n<!--\nSay: hello\n-->\n\n<!-- later -->\n')
  expect(slide!.note).toBe('later')
})
