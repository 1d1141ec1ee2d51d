/** Snippets by name: the Python files under `snippets/`, whole or by region. */
import { createHash } from 'node:crypto'

/** The SHA-256 of a source, in hex: what tells whether a recording is still of this text. */
export function hashSource(source: string): string {
  return createHash('sha256').update(source).digest('hex')
}

/** The same of a program with what it imports from beside it. */
export function hashProgram({ source, modules }: { source: string, modules: Record<string, string> }): string {
  return hashSource(Object.keys(modules).length === 0 ? source : JSON.stringify([source, modules]))
}

/** The identity of a fence that has no file of its own. */
export function inlineSnippet(source: string, name?: string): string {
  return `inline/${name ?? hashSource(source).slice(0, 12)}`
}

/** Where the recording of a snippet lies, relative to the project: `recordings/gil/counter@tail.json`. */
export function recordingPath(snippet: string): string {
  return `recordings/${snippet.replace(/\.py(?=#|$)/, '').replace('#', '@')}.json`
}

/** The name that tracebacks show for a snippet. */
export function shownFile(snippet: string): string {
  return snippet.startsWith('inline/') ? 'cell.py' : snippet.replace(/#.*$/, '')
}

const start = /^\s*#\s*#?region\b\s*(.*?)\s*$/
const end = /^\s*#\s*#?endregion\b\s*(.*?)\s*$/

/**
 * The text between `# region name` and `# endregion name`, dedented, without markers of other regions;
 * null where the file has no such region. The rules are Slidev's, so that both show the same text.
 */
export function regionOf(text: string, name: string): string | null {
  const lines = text.split(/\r?\n/)
  const first = lines.findIndex(line => start.exec(line)?.[1] === name)
  if (first < 0) return null
  let depth = 1
  for (let index = first + 1; index < lines.length; index++) {
    if (start.exec(lines[index]!)?.[1] === name) depth++
    const ended = end.exec(lines[index]!)?.[1]
    if ((ended === name || ended === '') && --depth === 0) {
      return dedent(lines.slice(first + 1, index).filter(line => !start.test(line) && !end.test(line)))
    }
  }
  return null
}

function dedent(lines: string[]): string {
  const indents = lines.map(line => line.search(/[^ \t]/)).filter(indent => indent >= 0)
  const indent = indents.length ? Math.min(...indents) : 0
  return lines.map(line => line.slice(indent)).join('\n')
}
