/** What the deck must hold: titles, notes, layouts, so much and no more, and every row of the syllabus. */
import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { root } from '../../cli/root.ts'
import { listCells } from '../../cli/run/cells.ts'
import { coverageFile, readCoverage } from '../../cli/coverage.ts'
import { readDeck } from '../../cli/readDeck.ts'

const { slides } = await readDeck()
const named = slides.map(({ index, title, note, frontmatter, content }) => ({ name: `slide ${index + 1} “${title}”`, note: note ?? '', frontmatter, content }))

/** Up to the closing slide; what comes behind is for reading at home. */
const taught = named.slice(0, named.findIndex(({ frontmatter }) => frontmatter.layout === 'closing') + 1)
const minutesOf = (note: string) => Number(/^Time: (\d+) min/m.exec(note)?.[1] ?? 0)

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
  const ours = (await readdir(`${root}layouts`)).map(file => file.replace(/\.vue$/, ''))
  expect(named.filter(({ frontmatter }) => !ours.includes(String(frontmatter.layout ?? 'default'))).map(({ name }) => name)).toEqual([])
})

test('what is taught is 80 to 95 slides and 245 minutes, the breaks among them', () => {
  expect(taught.length).toBeGreaterThanOrEqual(80)
  expect(taught.length).toBeLessThanOrEqual(95)
  const minutes = taught.reduce((sum, { note }) => sum + minutesOf(note), 0)
  expect(minutes).toBeGreaterThanOrEqual(240)
  expect(minutes).toBeLessThanOrEqual(250)
})

test('docs/coverage.md says which slide covers what, and nothing is left out', async () => {
  const { text, missing, unknown } = await readCoverage()
  expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  expect(await readFile(coverageFile, 'utf8'), 'npm run coverage writes it anew').toBe(text)
})
