/** What leads through the deck: parts, pace, glossary, explanations' words. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { exerciseIds } from '../../../cli/grading/exercises.ts'
import { homework, placedExercises } from '../../../cli/grading/homework.ts'
import { readDeck } from '../../../cli/readDeck.ts'
import { slideOfTerm, terms } from '../../../components/deck/glossary/terms.ts'
import { pieces } from '../../../composables/code/codeWords.ts'
import { setCuesApart } from '../../../composables/deck/cues.ts'
import { minutesIn, moduleNames, pace, partsOf } from '../../../composables/deck/modules.ts'

test('minutes are read from notes, plain or as HTML', () => {
  expect([minutesIn('Say: x\nTime: 12 min'), minutesIn('<p>Do: y<br>\nTime: <em>3</em> min</p>'), minutesIn('no time')]).toEqual([12, 3, 0])
})

test('notes are set apart by cue, with the time first, and other notes stay', () => {
  const note = '<p>Say: One.\nStill <code>one</code>.\nAsk: Two?\nDo: Three.\nTime: 12 min</p>\n<p>Say nothing.</p>'
  const apart = setCuesApart(note)
  expect([...apart.matchAll(/<dt>(\w+)<\/dt><dd>([\s\S]*?)<\/dd>/g)].map(([, name, text]) => [name, text])).toEqual([['Time', '12 min'], ['Say', 'One.\nStill <code>one</code>.'], ['Ask', 'Two?'], ['Do', 'Three.']])
  expect(apart).toContain('<p>Say nothing.</p>')
})

test('parts are runs of slides of one module', () => {
  expect(partsOf([{ module: '' }, { module: 'M0' }, { module: 'M0' }, { module: '' }, { module: 'M1' }]).map(({ module, slides }) => [module, slides.length])).toEqual([['', 1], ['M0', 2], ['', 1], ['M1', 1]])
})

test('the pace compares the plan of the slides that are over with the time that is gone', () => {
  const slides = [1, 2, 3].map(number => ({ number, minutes: 5 }))
  expect(pace(slides, 1, 1, 0).words).toBe('plan 0 min · you 0 min (±0)')
  expect(pace(slides, 1, 3, 15 * 60_000).words).toBe('plan 10 min · you 15 min (+5)')
  expect(pace(slides, 1, 3, 8.9 * 60_000).words).toBe('plan 10 min · you 8 min (−2)')
  expect(pace(slides, 2, 3, 5 * 60_000).words, 'begun on the second').toBe('plan 5 min · you 5 min (±0)')
  expect(pace(slides, 3, 1, 2 * 60_000).words, 'gone back').toBe('plan 0 min · you 2 min (+2)')
})

test('the glossary is in order, each term once, in one short sentence', () => {
  expect(terms.length).toBeGreaterThanOrEqual(45)
  const names = terms.map(({ term }) => term.toLowerCase())
  expect(names).toEqual(names.toSorted())
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length)
  for (const { id, term, means, module } of terms) {
    expect(id).toBe(term.toLowerCase().replaceAll(' ', '-'))
    expect(module in moduleNames).toBe(true)
    expect(means, id).toMatch(/^[A-Z][^\n]{20,140}\.$/)
    expect(means.split('`').length % 2, id).toBe(1)
  }
})

test('the glossary has the slides that its terms lead to', async () => {
  const text = await readFile(join(root, 'pages/appendix/glossary.md'), 'utf8')
  for (const { id } of terms) expect(text).toContain(`routeAlias: ${slideOfTerm(id)}\n`)
  expect(slideOfTerm('no-such-term')).toBeNull()
})

test('every term that a slide names is in the glossary', async () => {
  const files = (await readdir(join(root, 'pages'), { recursive: true })).filter(name => name.endsWith('.md'))
  const missing: string[] = []
  for (const file of ['../slides.md', ...files]) {
    const text = await readFile(join(root, 'pages', file), 'utf8')
    for (const [, id] of text.matchAll(/<Term\s+id="([^"]*)"/g)) if (slideOfTerm(id!) === null) missing.push(`${file}: ${id}`)
  }
  expect(missing).toEqual([])
})

test('code in a sentence stands between backticks', () => {
  expect(pieces('`x` is not `y`.')).toEqual([{ text: 'x', code: true }, { text: ' is not ', code: false }, { text: 'y', code: true }, { text: '.', code: false }])
})

test('every exercise is on exactly one slide; what no other page has is homework (node cli/grading/homework.ts)', async () => {
  expect(await readFile(join(root, 'pages/appendix/homework.md'), 'utf8')).toBe(await homework())
  expect((await placedExercises()).map(({ id }) => id).toSorted()).toEqual(exerciseIds())
})

test('a slide of layout exercise has its exercise and nothing else', async () => {
  const { slides } = await readDeck()
  const wrong = slides.filter(({ frontmatter, content }) => (frontmatter.layout === 'exercise') !== /<Exercise\s/.test(content)).map(({ title }) => title)
  expect(wrong).toEqual([])
})
