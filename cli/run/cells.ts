/** Which live cells the deck has, and what each of them runs. */
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { parseLiveFence, type LiveOptions } from './fence.ts'
import { modulesBeside } from './modulesBeside.ts'
import { readDeck } from '../readDeck.ts'
import { root as projectRoot } from '../root.ts'
import { inlineSnippet, regionOf, shownFile } from './snippets.ts'

export { parseLiveFence, type LiveOptions } from './fence.ts'
export { hashProgram, hashSource, recordingPath } from './snippets.ts'

/** A Python cell on a slide. */
export interface LiveCell {
  /** Identity: `gil/counter.py`, `gil/counter.py#tail` or `inline/<name or hash>`. */
  snippet: string
  /** The name that tracebacks show. */
  file: string
  source: string
  /** What it imports from beside its file: text by path. */
  modules: Record<string, string>
  /** The answers that the recording gives to `input()`. */
  input: string[]
  options: LiveOptions
  /** The slide's number in the deck, counted from 1. */
  slide: number
  /** The Markdown file, relative to the project, with forward slashes. */
  page: string
}

/** All live cells of the deck, in the order of the slides. Throws an Error with one sentence where one cannot be read. */
export async function listCells(root = projectRoot): Promise<LiveCell[]> {
  const deck = await readDeck(root)
  return deck.slides.flatMap(slide => cellsOf(slide.content, slide.source.filepath, slide.index + 1, root))
}

/**
 * The cell that a fence stands for: where an import was already replaced by its text,
 * the identity is found again by the slide and the text.
 */
export function findCell(cells: LiveCell[], slide: number, source: string): LiveCell | undefined {
  const text = source.trimEnd()
  return cells.find(cell => cell.slide === slide && cell.source.trimEnd() === text)
}

/** The live cells in the Markdown of one slide. */
export function cellsOf(content: string, page: string, slide: number, root = projectRoot): LiveCell[] {
  const cells: LiveCell[] = []
  const place = { slide, page: relative(root, page).split(sep).join('/') }
  for (const { info, body, path } of fences(content)) {
    const options = parseLiveFence(info)
    if (!options) continue
    const found = path === null
      ? { snippet: inlineSnippet(body, options.name), source: body, modules: {} }
      : imported(path, dirname(page), root)
    cells.push({ ...found, file: shownFile(found.snippet), input: options.input, options, ...place })
  }
  return cells
}

/** Reads `@/snippets/gil/counter.py#tail`; the result ends with a newline, as Slidev's does. */
function imported(path: string, folder: string, root: string): Pick<LiveCell, 'snippet' | 'source' | 'modules'> {
  const [file = '', region] = path.split('#')
  const absolute = file.startsWith('@/') ? resolve(root, file.slice(2)) : resolve(folder, file)
  const snippet = relative(resolve(root, 'snippets'), absolute).split(sep).join('/')
  if (snippet.startsWith('..')) throw new Error(`The live cell "${path}" is not under snippets/.`)
  const text = readFileSync(absolute, 'utf8')
  const source = region === undefined ? text : regionOf(text, region)
  if (source === null) throw new Error(`The file snippets/${snippet} has no region "${region}".`)
  return {
    snippet: region === undefined ? snippet : `${snippet}#${region}`,
    source: source.endsWith('\n') ? source : `${source}\n`,
    modules: modulesBeside(absolute, source),
  }
}

interface Fence {
  info: string
  body: string
  /** The imported file, or null for text that stands in the fence. */
  path: string | null
}

const fenceLine = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/
const importLine = /^<<<[ \t]*(\S.*?)(#[\w-]+)?[ \t]*(?:[ \t](\S+?))?[ \t]*(\{.*)?$/

/** Fences and imports of a slide, in order; what stands inside another fence or a comment is text. */
function* fences(content: string): Generator<Fence> {
  const lines = content.replace(/<!--[\s\S]*?-->/g, text => text.replace(/[^\n]/g, '')).split(/\r?\n/)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    const open = fenceLine.exec(line)
    if (open) {
      const [, indent = '', mark = '', info = ''] = open
      const body: string[] = []
      while (++index < lines.length && !closes(lines[index]!, mark)) {
        body.push(lines[index]!.replace(new RegExp(`^ {0,${indent.length}}`), ''))
      }
      yield { info, body: body.map(text => `${text}\n`).join(''), path: null }
      continue
    }
    const snippet = importLine.exec(line.trimStart())
    if (snippet) {
      const [, file = '', region = '', language = '', meta = ''] = snippet
      yield { info: `${language || file.replace(/^.*\./, '')} ${meta}`, body: '', path: file + region }
    }
  }
}

function closes(line: string, mark: string): boolean {
  const found = fenceLine.exec(line)
  return !!found && found[3] === '' && found[2]![0] === mark[0] && found[2]!.length >= mark.length
}
