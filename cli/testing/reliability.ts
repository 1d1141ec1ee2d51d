/** `npm run reliability`: writes what the tests try, counted from their own files, into docs/reliability.md. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults, inWords } from '../../tests/support/faults.ts'
import { root } from '../root.ts'

const page = join(root, 'docs/reliability.md')
const count = (pattern: string) => globSync(pattern, { cwd: root }).length

const row = (cells: string[]) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: string[][]) => [head, head.map(() => '---'), ...rows].map(row).join('\n')

/** The table of the faults that the tests try. */
export function faultTable(): string {
  const rows = faults.map(({ of, how, told }) => [of, inWords(how), told ? `“… ${told.source} …”` : 'all works'])
  return `${faults.length} faults:\n\n${table(['what', 'how it fails', 'what the reader is told'], rows)}`
}

function inputTable(): string {
  return `Counted on ${new Date().toISOString().slice(0, 10)}:\n\n${table(['what is tried', 'how many', 'how each ends'], [
    ['answers that try to pass without being right (`tests/engine/grading/cheats`)', `${count('tests/engine/grading/cheats/*.py')}`, 'refused, and told why in a sentence'],
    ['wrong answers of exercises (`exercises/*/wrong`)', `${count('exercises/*/wrong/*.py')}`, 'rejected by the check that each names'],
    ['right answers of other shapes (`exercises/*/right`)', `${count('exercises/*/right/*.py')}`, 'accepted'],
    ['faults of a server (`tests/support/faults.ts`)', `${faults.length}`, 'as listed above'],
  ])}`
}

/** The page's text with what is counted as it is now. Throws an Error where it has no place for it. */
function withCounts(text: string): string {
  return Object.entries({ faults: faultTable(), inputs: inputTable() }).reduce((text, [name, content]) => {
    const [before, rest] = text.split(`<!-- ${name} -->`)
    const after = rest?.split(`<!-- end of ${name} -->`)[1]
    if (before === undefined || after === undefined) throw new Error(`docs/reliability.md needs a place for the ${name}.`)
    return `${before}<!-- ${name} -->\n${content}\n<!-- end of ${name} -->${after}`
  }, text)
}

if (import.meta.main) writeFileSync(page, withCounts(readFileSync(page, 'utf8')))
