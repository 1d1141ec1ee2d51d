/** What the page knows of exercises without running any: lists of checks, questions, kept work, the zip. */
import { globSync, readFileSync } from 'node:fs'
import { zipSync, strToU8, unzipSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { parseLiveFence } from '../../../cli/run/cells.ts'
import { exerciseIds, readExercise } from '../../../cli/grading/exercises.ts'
import { drawWitness } from '../../../composables/grading/witnessGraph.ts'
import { summaryOf, waitingChecks } from '../../../composables/grading/gradingWords.ts'
import { listChecks } from '../../../runtime/grading/checkList.ts'
import { longestFile, packWork, unpackWork, type AllWork } from '../../../runtime/grading/portfolio.ts'
import type { ListedExercise } from '../../../runtime/grading/listed.ts'
import { noWork } from '../../../runtime/grading/work.ts'
import { asksFor } from '../../../setup/markdown/asks.ts'
import { readQuestion } from '../../../setup/markdown/predict.ts'

const exercises = exerciseIds().map(id => readExercise(id))

test('every check of every exercise is listed, with its points', () => {
  expect(exercises.length).toBeGreaterThanOrEqual(36)
  for (const { id, check } of exercises) {
    const marked = check.match(/^@check\b/gm)?.length ?? 0
    const listed = listChecks(check)
    expect(listed.map(({ name }) => name), id).toHaveLength(marked)
    expect(listed.every(({ title, points }) => title.length > 5 && points > 0), id).toBe(true)
  }
  expect(listChecks('@check(points=3, seconds=5)\ndef a_b(answer):\n    """One.\n\n    More."""\n\n\n@check()\ndef c(answer):\n    """Two."""\n'))
    .toEqual([{ name: 'a_b', title: 'One.', points: 3 }, { name: 'c', title: 'Two.', points: 1 }])
})

test('an exercise has one name: in its folder, on its slide and in the list of all', () => {
  const pages = globSync('pages/**/*.md').map(page => readFileSync(page, 'utf8')).join('\n')
  for (const { id, title } of exercises) expect(new RegExp(`^# (.*)\n+<Exercise id="${id}"`, 'm').exec(pages)?.[1], id).toBe(title)
})

test('a slide asks by its title, as a puzzle, or by its front matter', () => {
  const slide = { title: 'How many?', content: '', frontmatter: {}, index: 0, source: { filepath: '/deck/pages/01-names.md' } }
  const plain = parseLiveFence('py {live}')!
  const puzzle = parseLiveFence('py {live, view: "scheduler", goal: "x == 1"}')!
  const appendix = { ...slide, source: { filepath: '/deck/pages/appendix/01-names.md' } }
  expect(asksFor(slide, plain)).toBe(true)
  expect(asksFor({ ...slide, title: 'Two clocks' }, plain)).toBe(false)
  expect(asksFor({ ...slide, title: 'Two clocks' }, puzzle)).toBe(true)
  expect(asksFor(appendix, plain)).toBe(false)
  expect(asksFor(appendix, puzzle)).toBe(true)
  expect(asksFor({ ...appendix, frontmatter: { asks: true } }, plain)).toBe(true)
  expect(asksFor({ ...slide, frontmatter: { asks: false } }, puzzle)).toBe(false)
  expect(asksFor({ ...slide, content: '<Predict>' }, plain)).toBe(false)
  expect(() => asksFor({ ...slide, frontmatter: { asks: 'maybe' } }, plain)).toThrow('Slide 1: "asks" in the front matter is true or false, not "maybe".')
})

test('a question is read from Markdown, with what is right and why', () => {
  expect(readQuestion('\nWhat `x`?\n\n- [ ] 3 — *not **so***\n- [x] 2 — because — really\n  two lines\n')).toEqual({
    question: 'What `x`?',
    choices: [{ right: false, text: '3', why: 'not **so**' }, { right: true, text: '2', why: 'because — really\n  two lines' }],
  })
})

test('an explanation keeps the emphasis of single words', () => {
  expect(readQuestion('What?\n- [x] 2 — *a* and *b*\n- [ ] 3 — c').choices[0]!.why).toBe('*a* and *b*')
})

test.each([
  ['What?\n\n- [x] 2 — one', 'two or more choices'],
  ['\n- [x] 2 — one\n- [ ] 3 — two', 'needs a question'],
  ['What?\n- [ ] 2 — one\n- [ ] 3 — two', 'marks no choice as right'],
  ['What?\n- [x] 2 — one\n- [ ] 3', '“3” has no explanation'],
])('a question that cannot be read is told in a sentence: %#', (markdown, words) => {
  expect(() => readQuestion(markdown)).toThrow(words)
})

const listed: ListedExercise[] = exercises.slice(0, 3).map(({ id, title, module, level, minutes, room, version, starter }, index) => ({ id, title, module, level, minutes, room, version, starter, slide: index + 1, possible: 7 }))
const [first, second] = listed as [ListedExercise, ListedExercise, ListedExercise]
const work: AllWork = {
  [first.id]: { [first.version]: { ...noWork(first.starter), answer: 'print("héllo")\n~~~', points: 7, passed: true, attempts: 2, at: '2026-11-25T00:00:00Z' }, old: { ...noWork('x'), answer: 'older' } },
  [second.id]: { old: { ...noWork('x'), answer: 'only to an older version' } },
}

test('work taken home comes back as it was, from the zip and from the JSON in it', () => {
  const cells = { 'gil/counter.py#tail:1234': 'x = 1', '../../out:v': 'nowhere else' }
  const zip = packWork(listed, work, '2026-11-25T10:00:00.000Z', cells, { 'exercise:22:unreadable': '{broken' })
  expect(unpackWork(zip)).toEqual({ saved: '2026-11-25T10:00:00.000Z', work, cells })
  const files = unzipSync(zip)
  expect(Object.keys(files).toSorted()).toEqual([`answers/${first.id}.py`, 'cells/_/_/out.v.py', 'cells/gil/counter@tail.1234.py', 'report.md', 'under-the-gil.json', 'unreadable/exercise.22.unreadable.txt'])
  expect(strFromU8(files[`answers/${first.id}.py`]!)).toBe('print("héllo")\n~~~\n')
  expect(strFromU8(files['report.md']!)).toContain('1 of 3 solved, 7 of 21 points')
  expect(unpackWork(files['under-the-gil.json']!).work).toEqual(work)
  const { cells: _, ...before } = JSON.parse(strFromU8(files['under-the-gil.json']!)) as { cells: unknown }
  expect(unpackWork(strToU8(JSON.stringify(before)))).toEqual({ saved: '2026-11-25T10:00:00.000Z', work, cells: {} })
})

const bad: Record<string, Uint8Array> = {
  'no zip': strToU8('hello'),
  'empty': new Uint8Array(),
  'another zip': zipSync({ 'a.txt': strToU8('a') }),
  'a cut zip': packWork(listed, work, 'now').slice(0, 300),
  'a large JSON': strToU8(`"${'x'.repeat(longestFile)}"`),
  'another JSON': strToU8('{"kind": "something"}'),
  'a changed JSON': strToU8(JSON.stringify({ kind: 'under-the-gil exercises', format: 1, saved: '', exercises: { a: { b: { answer: 5 } } } })),
}
test.each(Object.keys(bad))('a file that is no work is refused in one sentence: %s', (name) => {
  expect(() => unpackWork(bad[name]!)).toThrow(/^This (zip|file) [^\n]*\.$/)
})

test('the sentence on an answer follows its state', () => {
  const work = noWork('x')
  const ready = { kind: 'ready' } as const
  expect(summaryOf({ kind: 'none' }, work, ready)).toContain('press Check')
  expect(summaryOf({ kind: 'none' }, { ...work, attempts: 1, points: 1 }, ready)).toBe('Best of 1 attempt: 1 point.')
  expect(summaryOf({ kind: 'none' }, { ...work, attempts: 3, passed: true }, ready)).toBe('Solved, with 3 attempts.')
  const checks = waitingChecks([{ name: 'a', title: 'A', points: 1 }, { name: 'b', title: 'B', points: 2 }])
  expect(summaryOf({ kind: 'checking', answer: '', checks: [{ ...checks[0]!, status: 'running' }, checks[1]!] }, work, ready)).toBe('Checking: 1 of 2 …')
  expect(summaryOf({ kind: 'checking', answer: '', checks: [] }, work, { kind: 'loading', part: 0.5, silent: 0 })).toContain('50 %')
})

test('the objects of a witness stand apart, with an arrow for each reference that leads somewhere', () => {
  const drawing = drawWitness({
    kind: 'objects',
    objects: [1, 2, 3].map(id => ({ id, type: 'Node', text: 'Node object at a very long place indeed', count: 2, role: 'holder' })),
    references: [{ from: 1, to: 2, label: '.child', weak: false }, { from: 2, to: 1, label: '.parent', weak: true }, { from: 3, to: 3, label: '[0]', weak: false }, { from: 3, to: 9, label: 'x', weak: false }],
  })
  expect(drawing.references).toHaveLength(3)
  const overlaps = drawing.objects.flatMap((a, index) => drawing.objects.slice(index + 1).filter(b => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height))
  expect(overlaps).toEqual([])
  for (const { x, y, width, height } of drawing.objects) expect(x >= 0 && y >= 0 && x + width <= drawing.width && y + height <= drawing.height).toBe(true)
})
