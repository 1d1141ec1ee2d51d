/** What a server, or a network, can do wrong, and what a reader of the deck must then see: the tests try each, and docs/reliability.md lists them. */

export type Misbehaviour =
  | { kind: 'status', status: number }
  /** Nothing at all, with a status that says that all is well. */
  | { kind: 'empty' }
  /** The first half, as if that were all. */
  | { kind: 'half' }
  /** The first half, then the connection is cut. */
  | { kind: 'cut' }
  /** The connection is cut before an answer. */
  | { kind: 'refused' }
  /** The connection stays open, and nothing is sent. */
  | { kind: 'never' }
  /** The first half, then nothing. */
  | { kind: 'stalls' }
  /** A page in its place, under the type of a page or of the file. */
  | { kind: 'page', type?: 'of the file' }
  /** A redirect to such a page. */
  | { kind: 'login' }
  /** All of it, over more seconds than a silence may last. */
  | { kind: 'slow' }
  /** All of it, after a while: where many files are asked for, the last stand in a queue for longer than a silence may last. */
  | { kind: 'late' }
  /** All of it, under a type that says nothing. */
  | { kind: 'untyped' }

/** Where the reader is: at a cell, on a slide, at the first page, at one of Slidev's own pages, in the search. */
export type Place = 'python' | 'slide' | 'editor' | 'start' | 'presenter' | 'search'

export interface Fault {
  /** Names the test, and the path that the site is under in it. */
  name: string
  /** What does not come, in words. */
  of: string
  /** The file, by its path on the site; `'slide'` stands for the chunk of the slide that is opened. */
  file: RegExp | 'slide'
  how: Misbehaviour
  place: Place
  /** What the reader is told; null where all works in spite of it. */
  told: RegExp | null
}

const status = (code: number): Misbehaviour => ({ kind: 'status', status: code })

const wasm = { of: 'Python’s WebAssembly', file: /pyodide\.asm\.wasm$/, place: 'python' } as const
const snapshot = { of: 'the memory snapshot', file: /snapshot\.\w+\.gzip$/, place: 'python' } as const
const library = { of: 'the standard library', file: /python_stdlib\.zip$/, place: 'python' } as const
const script = { of: 'Pyodide’s script', file: /pyodide\.asm\.mjs$/, place: 'python' } as const
const list = { of: 'the list of Python’s files', file: /pyodide\/manifest\.json$/, place: 'python' } as const
const engine = { of: 'the engine’s sources', file: /pyodide\/lab\.\w+\.json$/, place: 'python' } as const
const worker = { of: 'the worker', file: /assets\/worker-[\w-]+\.js$/, place: 'python' } as const
const all = { of: 'each file', file: /\.(m?js|css|json|wasm|zip|gzip)$/, place: 'python' } as const
const slide = { of: 'a slide', file: 'slide', place: 'slide' } as const
const editor = { of: 'the editor', file: /assets\/CodeEditor-[\w-]+\.js$/, place: 'editor' } as const
const editorStyle = { of: 'the style of the editor', file: /assets\/CodeEditor-[\w-]+\.css$/, place: 'editor' } as const
const first = { of: 'the first script', file: /assets\/index-[\w-]+\.js$/, place: 'start' } as const
const firstStyle = { of: 'the first style', file: /assets\/index-[\w-]+\.css$/, place: 'start' } as const
const presenter = { of: 'the presenter’s view', file: /slidev\/presenter-[\w-]+\.js$/, place: 'presenter' } as const
const index = { of: 'the index of the search', file: /deck-search-[\w-]+\.json$/, place: 'search' } as const

const silent = /nothing has come for 9 seconds/
const notFetched = /Python could not be fetched/
const broken = /Something else came in Python’s place/
const slow = /has not come for 9 seconds/
const withoutIt = /This part could not be loaded/
const emptyPage = /This page could not be loaded/

export const faults: Fault[] = [
  { name: 'wasm-500', ...wasm, how: status(500), told: /fault of its own/ },
  { name: 'wasm-cut', ...wasm, how: { kind: 'cut' }, told: notFetched },
  { name: 'wasm-half', ...wasm, how: { kind: 'half' }, told: broken },
  { name: 'wasm-stalls', ...wasm, how: { kind: 'stalls' }, told: silent },
  { name: 'wasm-page', ...wasm, how: { kind: 'page', type: 'of the file' }, told: broken },
  { name: 'wasm-slow', ...wasm, how: { kind: 'slow' }, told: null },
  { name: 'wasm-untyped', ...wasm, how: { kind: 'untyped' }, told: null },
  { name: 'snapshot-never', ...snapshot, how: { kind: 'never' }, told: null },
  { name: 'snapshot-500', ...snapshot, how: status(500), told: null },
  { name: 'library-empty', ...library, how: { kind: 'empty' }, told: broken },
  { name: 'library-503', ...library, how: status(503), told: /fault of its own/ },
  { name: 'script-page', ...script, how: { kind: 'page' }, told: broken },
  { name: 'list-404', ...list, how: status(404), told: /a newer one has been published/ },
  { name: 'list-login', ...list, how: { kind: 'login' }, told: broken },
  { name: 'list-never', ...list, how: { kind: 'never' }, told: silent },
  { name: 'engine-cut', ...engine, how: { kind: 'cut' }, told: notFetched },
  { name: 'worker-500', ...worker, how: status(500), told: /fault of its own/ },
  { name: 'worker-never', ...worker, how: { kind: 'never' }, told: silent },
  { name: 'worker-page', ...worker, how: { kind: 'page', type: 'of the file' }, told: broken },
  { name: 'worker-untyped', ...worker, how: { kind: 'untyped' }, told: broken },
  { name: 'all-late', ...all, how: { kind: 'late' }, told: null },
  { name: 'slide-500', ...slide, how: status(500), told: withoutIt },
  { name: 'slide-never', ...slide, how: { kind: 'never' }, told: slow },
  { name: 'editor-refused', ...editor, how: { kind: 'refused' }, told: withoutIt },
  { name: 'editor-style-404', ...editorStyle, how: status(404), told: withoutIt },
  { name: 'first-500', ...first, how: status(500), told: emptyPage },
  { name: 'first-page', ...first, how: { kind: 'page', type: 'of the file' }, told: emptyPage },
  { name: 'first-never', ...first, how: { kind: 'never' }, told: slow },
  { name: 'first-style-500', ...firstStyle, how: status(500), told: /The style of this page did not come/ },
  { name: 'presenter-404', ...presenter, how: status(404), told: withoutIt },
  { name: 'search-500', ...index, how: status(500), told: withoutIt },
]

/** The misbehaviour in words. */
export function inWords(how: Misbehaviour): string {
  switch (how.kind) {
    case 'status': return `is answered with ${how.status}`
    case 'empty': return 'comes empty'
    case 'half': return 'is only half of it'
    case 'cut': return 'is cut in the middle'
    case 'refused': return 'is refused'
    case 'never': return 'is never answered'
    case 'stalls': return 'stops in the middle'
    case 'page': return how.type ? 'is a page in its place, under its own type' : 'is a page in its place'
    case 'login': return 'leads to a page that asks for a login'
    case 'slow': return 'comes slowly'
    case 'late': return 'comes late'
    case 'untyped': return 'comes without a type'
  }
}
