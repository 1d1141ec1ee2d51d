/** What can be found in the deck, and what must not be. */
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { deckText } from '../../../cli/deck/deckText.ts'
import { exerciseIds, readExercise } from '../../../cli/grading/exercises.ts'
import { readDeck } from '../../../cli/readDeck.ts'
import { terms } from '../../../components/deck/glossary/terms.ts'
import { readIndex, writeIndex, type Hit, type Place } from '../../../runtime/deck/deckSearch.ts'
import { readQuestion } from '../../../setup/markdown/predict.ts'

const { slides } = await readDeck()
const sources = { root, notes: true, glossary: (part: number) => terms.slice((part - 1) * 18, part * 18).map(({ term, means }) => `${term}: ${means}`) }
const texts = deckText(slides, sources)
const find = readIndex(writeIndex(texts))

const marked = (hit: Hit, place: Place) => hit.found.find(found => found.place === place)?.pieces.filter(({ found }) => found).map(({ text }) => text) ?? []

test('every slide can be found by its title, among the first three', () => {
  const missed = texts.filter(({ slide, title }) => !find(title!, 3).hits.some(hit => hit.slide === slide))
  expect(missed.map(({ title }) => title)).toEqual([])
})

test.each(['sys.getrefcount', 'asyncio.to_thread', '__del__', 'threading.Lock', '@profile', 'ThreadPoolExecutor'])('%s is found in code, and marked', (name) => {
  const hits = find(name, 99).hits.filter(hit => hit.found.some(({ place }) => place === 'code'))
  expect(hits.length).toBeGreaterThan(0)
  const bare = name.replace('@', '')
  for (const hit of hits) expect(marked(hit, 'code').some(text => text.includes(bare)), `slide ${hit.slide}`).toBe(true)
})

test.each([['getref', 'getrefcount'], ['getrefcont', 'getrefcount'], ['deadlok', 'deadlock'], ['asynico', 'asyncio'], ['to_thr', 'to_thread'], ['executor', 'Executor'], ['semafore', 'semaphore']])('%s, begun or misspelt, finds %s', (query, meant) => {
  const all = find(query).hits.flatMap(({ title, found }) => [...title, ...found.flatMap(({ pieces }) => pieces)]).filter(({ found }) => found).map(({ text }) => text)
  expect(all.some(text => text.toLowerCase().includes(meant.toLowerCase())), all.join(' ')).toBe(true)
})

test('all words have to be on a slide, in any place; nonsense is nowhere', () => {
  for (const { title, found } of find('lock balance').hits) {
    const all = [...title, ...found.flatMap(({ pieces }) => pieces)].map(({ text }) => text).join('')
    expect(all.toLowerCase()).toMatch(/lock|balanc/)
  }
  expect(find('lock balance').count).toBeLessThan(find('lock').count)
  expect(find('xylophone').count).toBe(0)
  expect([find('').count, find('+=').count]).toEqual([0, 0])
})

test('the glossary, exercises, explanations, questions and notes are found in their places', () => {
  const placesOf = (query: string) => new Set(find(query).hits.flatMap(({ found }) => found.map(({ place }) => place)))
  expect(placesOf('pymalloc arena')).toContain('glossary')
  expect(placesOf('increment snapshot')).toContain('exercise')
  const all = new Set(texts.flatMap(text => Object.keys(text)))
  expect([...all].sort()).toEqual(['code', 'exercise', 'explanation', 'glossary', 'notes', 'question', 'slide', 'text', 'title'])
})

test('what stands with the answer of a question is found, and not shown', () => {
  const asking = texts.filter(({ title, question, explanation }) => explanation !== undefined && (question !== undefined || title!.includes('?')))
  expect(asking.length).toBeGreaterThan(20)
  for (const { slide, explanation } of asking) {
    const longest = explanation!.match(/\p{L}{4,}/gu)!.toSorted((one, other) => other.length - one.length).slice(0, 3).join(' ')
    const hit = find(longest, 999).hits.find(hit => hit.slide === slide)
    const shown = hit?.found.filter(({ place }) => place === 'explanation' || place === 'notes').map(({ pieces }) => pieces.map(({ text }) => text).join(''))
    expect(new Set(shown), `slide ${slide}: ${longest}`).toEqual(new Set(['said with the answer']))
  }
})

test('a build without notes has none to find', () => {
  const bare = deckText(slides, { ...sources, notes: false })
  expect(bare.filter(({ notes }) => notes !== undefined)).toEqual([])
})

test('neither solutions nor the answers to questions can be found', () => {
  const everything = texts.map(text => Object.values(text).join('\n')).join('\n')
  for (const id of exerciseIds()) {
    const { solution, hints } = readExercise(id)
    expect(everything.includes(solution.trim()), id).toBe(false)
    for (const hint of hints) expect(everything.includes(hint), `${id}: ${hint}`).toBe(false)
  }
  for (const { content } of slides) {
    for (const [, markdown] of content.matchAll(/<Predict>([\s\S]*?)<\/Predict>/g)) {
      for (const { why } of readQuestion(markdown!).choices) expect(texts.filter(({ question }) => question?.includes(why)).map(({ title }) => title), why).toEqual([])
    }
  }
  expect(texts.filter(({ question }) => /\[[ x]\]/.test(question ?? '')).length).toBe(0)
})
