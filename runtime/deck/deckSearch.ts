/**
 * Finding words in the deck: one index over what each slide says in its title, prose, code, exercise, glossary,
 * question, explanation and notes. The build makes it, the page reads it.
 */
import MiniSearch, { type Options, type SearchResult } from 'minisearch'

/** Where words can stand, by how much they count there. */
const weights = { title: 6, glossary: 3, exercise: 2, code: 2, text: 1.5, question: 1.5, explanation: 1, notes: 0.7 } as const

export type Place = keyof typeof weights
export const places = Object.keys(weights) as Place[]

/** What a slide says, by place; `slide` is its number, counted from 1. */
export type SlideText = { slide: number } & Partial<Record<Place, string>>

/** A piece of a line, and whether it is among what was looked for. */
export interface Piece {
  text: string
  found: boolean
}

export interface Hit {
  slide: number
  title: Piece[]
  /** The places but the title that have the words, the weightiest first, with what stands around them. */
  found: { place: Place, pieces: Piece[] }[]
}

export type Find = (query: string, most?: number) => { count: number, hits: Hit[] }

/** `sys.getrefcount`, `__del__`, `to_thread` and `ThreadPoolExecutor` are words. */
const word = /[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu

const known = new Map<string, readonly string[]>()

/** A word and its parts: `asyncio.to_thread` is also `asyncio`, `to_thread`, `to` and `thread`. */
function parts(whole: string): readonly string[] {
  const before = known.get(whole)
  if (before) return before
  const made = takenApart(whole)
  known.set(whole, made)
  return made
}

function takenApart(whole: string): string[] {
  const names = whole.split('.')
  const pieces = names.flatMap(name => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, '_').split('_'))
  return [...new Set([whole, ...names, ...pieces].map(part => part.toLowerCase()))].filter(part => part !== '')
}

const wordsOf = (text: string) => text.match(word) ?? []

const options: Options<SlideText> = {
  idField: 'slide',
  fields: places,
  storeFields: places,
  tokenize: text => wordsOf(text).flatMap(parts),
  processTerm: term => term,
  searchOptions: {
    tokenize: text => wordsOf(text).map(whole => whole.toLowerCase()),
    boost: weights,
    combineWith: 'AND',
    prefix: term => term.length > 1,
    weights: { prefix: 0.6, fuzzy: 0.2 },
  },
}

/** Letters that may be wrong, missing or too many: two letters in each other's place are two. */
const slips = (term: string) => term.length < 4 ? 0 : term.length < 6 ? 1 : 2

/** The index as text, for a file. */
export function writeIndex(slides: readonly SlideText[]): string {
  const index = new MiniSearch(options)
  index.addAll(slides)
  return JSON.stringify(index)
}

/**
 * Reads what `writeIndex` wrote, and gives the function that finds: at most `most` slides, the best first, and how many there are.
 * All words that are looked for have to stand on a slide, each in any place; they may be begun only. Where no slide has them,
 * words with small slips are found.
 *
 * @throws Error where the text is no index
 */
export function readIndex(text: string): Find {
  const index = MiniSearch.loadJSON(text, options)
  return (query, most = 20) => {
    const exact = index.search(query)
    const all = exact.length > 0 ? exact : index.search(query, { fuzzy: slips })
    return { count: all.length, hits: all.slice(0, most).map(hitOf) }
  }
}

function hitOf({ id, match, ...stored }: SearchResult): Hit {
  const said = stored as Partial<Record<Place, string>>
  const termsIn = (place: Place) => new Set(Object.keys(match).filter(term => match[term]!.includes(place)))
  // What explains an answer would give it away to who has not guessed yet.
  const asks = said.question !== undefined || said.title?.includes('?')
  const covered = (place: Place) => asks && (place === 'explanation' || place === 'notes')
  const linesOf = (place: Place) => covered(place) ? [{ text: 'said with the answer', found: false }] : piecesOf(around(said[place] ?? '', termsIn(place)), termsIn(place))
  const found = places.filter(place => place !== 'title' && termsIn(place).size > 0)
  return {
    slide: Number(id),
    title: piecesOf(said.title ?? '', termsIn('title')),
    found: found.map(place => ({ place, pieces: linesOf(place) })),
  }
}

const isAmong = (whole: string, terms: ReadonlySet<string>) => parts(whole).some(part => terms.has(part))

function piecesOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: whole, index } of text.matchAll(word)) {
    if (!isAmong(whole, terms)) continue
    pieces.push({ text: text.slice(end, index), found: false }, { text: whole, found: true })
    end = index + whole.length
  }
  return [...pieces, { text: text.slice(end), found: false }].filter(piece => piece.text !== '')
}

/** Letters before and after the first word found. */
const before = 32
const after = 90

/** The line that has the most of the words, from shortly before the first of them. */
function around(text: string, terms: ReadonlySet<string>): string {
  const count = (line: string) => new Set(wordsOf(line).filter(whole => isAmong(whole, terms)).flatMap(parts).filter(part => terms.has(part))).size
  const line = text.split('\n').map(line => line.trim()).reduce((best, line) => count(line) > count(best) ? line : best, '')
  const first = [...line.matchAll(word)].find(([whole]) => isAmong(whole, terms))?.index ?? 0
  const start = first <= before ? 0 : line.indexOf(' ', first - before) + 1
  const end = first + after >= line.length ? line.length : line.lastIndexOf(' ', first + after)
  return `${start > 0 ? '… ' : ''}${line.slice(start, Math.max(end, first))}${end < line.length ? ' …' : ''}`
}
