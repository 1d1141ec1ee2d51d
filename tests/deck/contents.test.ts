/** What the deck must hold: titles, notes, layouts, and every paragraph of the document it was made from. */
import { readdir } from 'node:fs/promises'
import { load } from '@slidev/parser/fs'
import { expect, test } from 'vitest'
import { listCells, projectRoot } from '../../cli/cells.ts'

/** The paragraphs of the source document; the slides take them in the syllabus's order. */
const paragraphs = [
  'gil', 'thread', 'concurrency', 'memory-management', 'private-heap', 'reference-counting', 'garbage-collection', 'memory-pools',
  'de-allocation', 'fragmentation', 'context-managers', 'circular-references', 'copies', 'generators', 'free-resources', 'profiling',
]

const { slides } = await load({ userRoot: projectRoot, roots: [projectRoot], allowedRoots: [projectRoot] }, `${projectRoot}slides.md`)
const named = slides.map(({ index, title, note, frontmatter, content }) => ({ name: `slide ${index + 1} “${title}”`, note: note ?? '', frontmatter, content }))

/** The paragraphs that a slide says it covers, by `source:` itself or inside `covers:`. */
function covered(frontmatter: Record<string, unknown>): string[] {
  const covers: unknown[] = Array.isArray(frontmatter.covers) ? frontmatter.covers : []
  return [frontmatter, ...covers].flatMap((entry) => {
    const source = typeof entry === 'object' && entry !== null && 'source' in entry ? entry.source : undefined
    return Array.isArray(source) ? source.map(String) : source === undefined ? [] : [String(source)]
  })
}

test('there are at least 40 slides and 20 live cells', async () => {
  expect(slides.length).toBeGreaterThanOrEqual(40)
  expect((await listCells()).length).toBeGreaterThanOrEqual(20)
})

test('every slide has a title, and no two have the same', () => {
  expect(named.filter(({ content }) => !/^# \S/m.test(content)).map(({ name }) => name)).toEqual([])
  const titles = slides.map(({ title }) => title)
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
})

test('every slide tells the presenter what to say, ask and do, and how long it takes', () => {
  const lines = [/^Say: \S/m, /^Ask: \S/m, /^Do: \S/m, /^Time: \d+ min/m]
  expect(named.filter(({ note }) => !lines.every(line => line.test(note))).map(({ name }) => name)).toEqual([])
})

test('every layout is one of ours', async () => {
  const ours = (await readdir(`${projectRoot}layouts`)).map(file => file.replace(/\.vue$/, ''))
  expect(named.filter(({ frontmatter }) => !ours.includes(String(frontmatter.layout ?? 'default'))).map(({ name }) => name)).toEqual([])
})

test('every paragraph of the source document has its slide', () => {
  const told = new Set(named.flatMap(({ frontmatter }) => covered(frontmatter)))
  expect(paragraphs.filter(id => !told.has(id))).toEqual([])
})
