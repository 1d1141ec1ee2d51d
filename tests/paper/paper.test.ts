import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SlideInfo } from '@slidev/types'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listCells, recordingPath, type LiveCell } from '../../cli/run/cells.ts'
import { chooseExercises } from '../../cli/grading/exercises.ts'
import { plainTitle } from '../../cli/deck/paper/outline.ts'
import { printDeck } from '../../cli/deck/paper/paper.ts'
import { pictureDeck, powerPoint } from '../../cli/deck/paper/pictures.ts'
import { readDeck } from '../../cli/readDeck.ts'
import { root } from '../../cli/root.ts'
import { recordingSchema } from '../../runtime/run/recording.ts'
import { builtDeck, type ServedDeck } from '../support/deck.ts'
import { readPdf, type Pdf } from '../support/pdf.ts'

let deck: ServedDeck
let slides: SlideInfo[]
let cells: LiveCell[]
let pdf: Pdf

/** Line breaks and spaces are the printer's business. */
const squeezed = (text: string) => text.replace(/\s+/g, '')

beforeAll(async () => {
  deck = await builtDeck()
  slides = (await readDeck()).slides
  cells = await listCells()
  pdf = await readPdf((await printDeck(deck.url)).bytes)
})

afterAll(() => deck?.close())

describe('the exported PDF', () => {
  test('has a page for every slide, none of them blank', () => {
    expect(pdf.pages).toHaveLength(slides.length)
    expect(pdf.pages.flatMap(({ text }, index) => squeezed(text).length < 20 ? index + 1 : [])).toEqual([])
  })

  test('has an outline with every slide, its title and its author', () => {
    expect(pdf.outline).toEqual(slides.map(({ title }) => plainTitle(title!)))
    expect(pdf.outline).toContain('b = a. Which + changes a as well?')
    expect(pdf.title).toBe('Under the GIL')
    expect(pdf.author).toBeTruthy()
  })

  test('shows the code and the recorded output of every cell', async () => {
    const missing: string[] = []
    for (const { snippet, source, slide } of cells) {
      const { output } = recordingSchema.parse(JSON.parse(await readFile(join(root, recordingPath(snippet)), 'utf8')))
      const page = squeezed(pdf.pages[slide - 1]!.text)
      const lines = [source, output.map(({ text }) => text).join('')].flatMap(text => text.split('\n'))
      missing.push(...lines.filter(line => !page.includes(squeezed(line))).map(line => `slide ${slide}, ${snippet}: ${line}`))
    }
    expect(cells.length).toBeGreaterThan(0)
    expect(missing.join('\n')).toBe('')
  })

  test('shows the whole starter of every exercise', () => {
    const missing = chooseExercises([]).flatMap(({ id, starter }) => {
      const slide = slides.findIndex(({ content }) => content.includes(`<Exercise id="${id}"`))
      const page = squeezed(pdf.pages[slide]!.text)
      return starter.split('\n').filter(line => !page.includes(squeezed(line))).map(line => `${id}: ${line}`)
    })
    expect(missing.join('\n')).toBe('')
  })

  test('keeps every link of the deck', () => {
    const missing = slides.flatMap(({ content }, index) =>
      [...content.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url]) => url!).filter(url => !pdf.pages[index]!.links.includes(url)))
    expect(missing).toEqual([])
    expect(pdf.pages.flatMap(({ links }) => links).length).toBeGreaterThan(0)
  })

  test('draws pictures as vectors', () => {
    expect(pdf.pages.flatMap(({ images }, index) => images > 0 ? index + 1 : [])).toEqual([])
  })

  test('may be of some slides only', async () => {
    const { pages, outline } = await readPdf((await printDeck(deck.url, { range: '1,3-4', dark: true })).bytes)
    expect(pages.map(({ text }) => text)).toHaveLength(3)
    expect(outline).toEqual([0, 2, 3].map(index => slides[index]!.title))
  })

  test('refuses a range without slides', async () => {
    await expect(printDeck(deck.url, { range: '9000' })).rejects.toThrow(/There are no slides "9000"/)
  })
})

test('the handout has every slide with its notes, then the solution of every exercise', async () => {
  const all = (await readPdf((await printDeck(deck.url, { handout: true })).bytes)).pages
  const pages = all.slice(0, slides.length)
  const behind = squeezed(all.slice(slides.length).map(({ text }) => text).join('\n'))
  const absent = chooseExercises([]).flatMap(({ id, solution }) => solution.split('\n').filter(line => !behind.includes(squeezed(line))).map(line => `${id}: ${line}`))
  expect(absent.join('\n')).toBe('')
  const plain = (text: string) => squeezed(text).replace(/[`*_<>[\]\\]/g, '').replace(/\(https?:[^)]*\)/g, '')
  const missing = slides.flatMap(({ note, title }, index) =>
    (note ?? '').split('\n').filter(line => !plain(pages[index]!.text).includes(plain(line))).map(line => `${title}: ${line}`))
  expect(missing.join('\n')).toBe('')
  expect(pages.every(({ text }, index) => squeezed(text).includes(`${index + 1}/${slides.length}`))).toBe(true)
})

test('PowerPoint gets a picture of every slide, with its notes', async () => {
  const { pictures, about } = await pictureDeck(deck.url, { range: '1,9,59' })
  const file = unzipSync(await powerPoint(pictures, about))
  const names = Object.keys(file)
  expect(names.filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3)
  const images = names.filter(name => name.endsWith('.png')).map(name => Buffer.from(file[name]!))
  expect(new Set(images.map(image => image.toString('base64'))).size).toBe(3)
  for (const image of images) expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1960, 1104])
  const notes = strFromU8(file['ppt/notesSlides/notesSlide3.xml']!).replace(/<[^>]*>/g, '')
  expect(notes).toContain(slides[58]!.note!.split('\n')[0]!.slice(0, 30))
})
