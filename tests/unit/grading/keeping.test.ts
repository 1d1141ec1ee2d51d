/** What is kept of what somebody typed: over windows, when storage is full, forbidden or damaged. */
import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, test, vi } from 'vitest'
import { root } from '../../../cli/root.ts'

/** A browser's storage, which takes so many characters. */
function storageOf(room: number): Storage {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: index => [...texts.keys()][index] ?? null,
    getItem: key => texts.get(key) ?? null,
    setItem(key, text) {
      const others = [...texts].reduce((sum, [name, value]) => name === key ? sum : sum + name.length + value.length, 0)
      if (others + key.length + text.length > room) throw new DOMException('full', 'QuotaExceededError')
      texts.set(key, text)
    },
    removeItem: key => void texts.delete(key),
    clear: () => texts.clear(),
  }
}

/** A window of the browser: its own modules, the same storage. */
async function openWindow() {
  vi.resetModules()
  const [edits, work, mine, storage, history, notes] = await Promise.all([
    import('../../../composables/run/useEdits.ts'), import('../../../composables/grading/useWork.ts'), import('../../../composables/grading/useMyWork.ts'),
    import('../../../composables/storage/browserStorage.ts'), import('../../../composables/storage/textHistory.ts'), import('../../../composables/storage/keptNotes.ts'),
  ])
  return { ...edits, ...work, ...mine, ...storage, ...history, ...notes, cell: () => edits.useEdits('a.py', 'v1', 'original') }
}
const texts = (history: { entries: { value: readonly { text: string }[] } }) => history.entries.value.map(({ text }) => text)

beforeEach(() => void vi.stubGlobal('localStorage', storageOf(1_000_000)))

test('a text is stored as it is typed, and read from where earlier versions of the deck kept it', async () => {
  localStorage.setItem('cell:a.py:v1', 'from before')
  const cell = (await openWindow()).cell()
  expect([cell.text.value, cell.edited.value]).toEqual(['from before', true])
  cell.text.value = 'typed'
  expect(localStorage.getItem('cell:a.py:v1')).toBe('typed')
  cell.text.value = 'original'
  expect(localStorage.getItem('cell:a.py:v1')).toBeNull()
})

test('Reset and bringing back lose nothing, and the history keeps the last twenty', async () => {
  const cell = (await openWindow()).cell()
  cell.text.value = 'first'
  cell.reset()
  expect([cell.text.value, ...texts(cell.history)]).toEqual(['original', 'first'])
  cell.text.value = 'second'
  cell.replace('first')
  expect([cell.text.value, ...texts(cell.history)]).toEqual(['first', 'second', 'first'])
  for (let n = 0; n < 30; n++) cell.replace(`text ${n}`)
  expect(texts(cell.history)).toHaveLength(20)
  expect(texts(cell.history)[0]).toBe('text 28')
  expect((await openWindow()).cell().history.entries.value).toEqual(cell.history.entries.value)
})

test('a text of which most is taken away at once is remembered', async () => {
  const cell = (await openWindow()).cell()
  cell.text.value = 'print("a long program")'
  cell.text.value = ''
  expect(texts(cell.history)).toEqual(['print("a long program")'])
})

test('two windows change one cell: the later text wins, the other is in the history, and it is told', async () => {
  const [one, other] = [await openWindow(), await openWindow()]
  const [first, second] = [one.cell(), other.cell()]
  first.text.value = 'of the first'
  second.text.value = 'of the second'
  expect(localStorage.getItem('cell:a.py:v1')).toBe('of the second')
  expect(second.history.entries.value).toMatchObject([{ text: 'of the first', from: 'window' }])
  expect([...other.keptNotes.values()]).toEqual([{ kind: 'window', of: 'cell:a.py:v1' }])
  expect([...one.keptNotes.values()]).toEqual([])
})

test('two windows work on one exercise: nothing of either is lost', async () => {
  const [one, other] = [await openWindow(), await openWindow()]
  const [first, second] = [one.useWork('22', 'v', 'starter'), other.useWork('22', 'v', 'starter')]
  first.change({ answer: 'of the first', attempts: 3, points: 7, passed: true })
  second.change({ answer: 'of the second', hints: 2 })
  expect(second.work.value).toMatchObject({ answer: 'of the second', attempts: 3, points: 7, passed: true, hints: 2 })
  expect(texts(second.history)).toEqual(['of the first'])
  expect([...other.keptNotes.keys()]).toEqual(['window exercise:22'])
})

test('an exercise that merely stands open gives way to what another window writes', async () => {
  const [one, other] = [await openWindow(), await openWindow()]
  const [first, second] = [one.useWork('22', 'v', 'starter'), other.useWork('22', 'v', 'starter')]
  second.change({ answer: 'begun' })
  first.change({ answer: 'gone on' })
  second.change({ seconds: 5 })
  expect(second.work.value).toMatchObject({ answer: 'gone on', seconds: 5 })
  expect(texts(first.history)).toContain('begun')
})

test('what was typed into another edition of a cell can be brought back', async () => {
  localStorage.setItem('cell:a.py:v0', 'in the old edition')
  localStorage.setItem('cell:a.py#part:v0', 'another cell')
  expect((await openWindow()).cell().earlier()).toEqual(['in the old edition'])
})

test('a text that the browser does not take is told, stays in the window, and is kept as soon as there is room', async () => {
  vi.stubGlobal('localStorage', storageOf(200))
  localStorage.setItem('filler', 'x'.repeat(150))
  const window = await openWindow()
  const cell = window.cell()
  const long = 'typed '.repeat(20)
  cell.text.value = long
  expect(localStorage.getItem('cell:a.py:v1')).toBeNull()
  expect([...window.unkept]).toEqual([['cell:a.py:v1', long]])
  localStorage.removeItem('filler')
  window.writeText('other', 'x')
  expect([localStorage.getItem('cell:a.py:v1'), window.unkept.size]).toEqual([long, 0])
})

test('a second damage leaves what was put aside at the first, and both are told', async () => {
  for (const [text, key] of [['{broken', 'exercise:22:unreadable'], ['[1]', 'exercise:22:unreadable:2'], ['{broken', 'exercise:22:unreadable']] as const) {
    localStorage.setItem('exercise:22', text)
    const window = await openWindow()
    window.useWork('22', 'v', 'starter').change({ answer: 'x' })
    expect(localStorage.getItem(key)).toBe(text)
    if (text !== '{broken') expect([...window.keptNotes.values()]).toEqual([{ kind: 'unreadable', of: 'exercise:22', key }])
  }
  expect([localStorage.getItem('exercise:22:unreadable'), localStorage.getItem('exercise:22:unreadable:2')]).toEqual(['{broken', '[1]'])
})

test('a storage that fails at every touch is as one that keeps nothing', async () => {
  vi.stubGlobal('localStorage', null)
  const window = await openWindow()
  window.cell().text.value = 'typed'
  expect([window.cell().text.value, window.isForgetful()]).toEqual(['typed', true])
})

test('where storage is forbidden, one stands in for it; where it is not, none', async () => {
  const script = await readFile(`${root}offline/storage.js`, 'utf8')
  const forbidden = { get localStorage(): Storage { throw new DOMException('denied', 'SecurityError') } }
  const [there, window] = [{ localStorage: storageOf(100) }, Object.defineProperty({}, 'localStorage', { configurable: true, get: () => forbidden.localStorage }) as { localStorage: Storage }]
  const kept = there.localStorage
  runInNewContext(script, { window: there })
  expect(there.localStorage).toBe(kept)
  runInNewContext(script, { window })
  vi.stubGlobal('localStorage', window.localStorage)
  const page = await openWindow()
  page.cell().text.value = 'typed'
  expect([page.isForgetful(), localStorage.getItem('cell:a.py:v1'), page.keysFrom('cell:')]).toEqual([true, 'typed', ['cell:a.py:v1']])
})

const exercise = { id: '22', title: 'T', module: 'M6', level: 1, minutes: 5, room: false, version: 'v', starter: 's', slide: 1, possible: 9 } as never
const listedCell = { snippet: 'a.py', version: 'v1', source: 'original', slide: 2, title: 'A' }
const answered = { answer: 'theirs', attempts: 1, points: 2, passed: false, seconds: 1, hints: 0, asked: 0, at: '2026-01-01' }

test('loading takes the better attempt, puts the other text into the history, and can be undone', async () => {
  for (const [texts, stands, other] of [['theirs', 'theirs', 'mine'], ['mine', 'mine', 'theirs']] as const) {
    vi.stubGlobal('localStorage', storageOf(1_000_000))
    const window = await openWindow()
    const work = window.useWork('22', 'v', 's')
    work.change({ answer: 'mine', attempts: 4, points: 9, passed: true })
    const cell = window.cell()
    cell.text.value = 'mine'
    const mine = window.useMyWork([exercise], [listedCell])
    const file = { work: { 22: { v: answered }, 99: { v: answered } }, cells: { 'a.py:v1': 'theirs', 'a.py:v0': 'older', 'gone.py:v': 'x' } }
    expect(mine.overlap(file)).toBe(2)
    const { words, undo } = mine.load(file, texts)
    expect(words).toBe('Loaded 1 exercise and 2 cells; 2 others are not in this deck')
    expect(work.work.value).toMatchObject({ answer: stands, attempts: 4, points: 9, passed: true })
    expect(work.history.entries.value.map(({ text }) => text)).toContain(other)
    expect([cell.text.value, cell.earlier()]).toEqual([stands, ['older']])
    expect(cell.history.entries.value.map(({ text }) => text)).toContain(other)
    undo()
    expect([work.work.value.answer, cell.text.value]).toEqual(['mine', 'mine'])
  }
})

test('loading says what the browser had no room for', async () => {
  vi.stubGlobal('localStorage', storageOf(1000))
  const mine = (await openWindow()).useMyWork([exercise], [])
  expect(mine.load({ work: { 22: { v: { ...answered, answer: 'x'.repeat(2000) } } }, cells: {} }, 'theirs').words)
    .toBe('Loaded 1 exercise, but this browser has no room for exercise 22: gone when the page is closed')
})
