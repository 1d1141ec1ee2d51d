/** `npm run coverage`: docs/coverage.md, which slide covers what, from docs/syllabus.yml and the front matter of the slides. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readDeck } from './readDeck.ts'
import { root } from './root.ts'

const syllabusSchema = z.array(z.object({ title: z.string(), rows: z.record(z.string(), z.string()) }))

export interface Coverage {
  /** docs/coverage.md as it has to be. */
  text: string
  /** Rows that no slide covers. */
  missing: string[]
  /** What slides say they cover and the syllabus does not have, with the slide. */
  unknown: string[]
}

export const coverageFile = join(root, 'docs', 'coverage.md')

/** The ids in a slide's `covers:`, of rows and, as `source: id` or alone, of paragraphs. */
export function coveredBy(frontmatter: Record<string, unknown>): string[] {
  const covers: unknown[] = Array.isArray(frontmatter.covers) ? frontmatter.covers : []
  return covers.flatMap((entry): string[] => {
    if (typeof entry === 'string') return [entry]
    const source = typeof entry === 'object' && entry !== null && 'source' in entry ? entry.source : []
    return Array.isArray(source) ? source.map(String) : [String(source)]
  })
}

/** Reads the deck and the syllabus. */
export async function readCoverage(): Promise<Coverage> {
  const syllabus = syllabusSchema.parse(parse(await readFile(join(root, 'docs', 'syllabus.yml'), 'utf8')))
  const { slides } = await readDeck()
  const slidesOf = new Map<string, string[]>(syllabus.flatMap(({ rows }) => Object.keys(rows).map(id => [id, []])))
  const unknown: string[] = []
  for (const { index, title, frontmatter } of slides) {
    for (const id of coveredBy(frontmatter)) {
      const where = slidesOf.get(id)
      if (where) where.push(`${index + 1} ${title}`)
      else if (!/^K\d+$/.test(id)) unknown.push(`${id} on slide ${index + 1}`)
    }
  }
  const tables = syllabus.map(({ title, rows }) => [
    `## ${title}`, '', '| | what | slides |', '| --- | --- | --- |',
    ...Object.entries(rows).map(([id, what]) => `| ${id} | ${what} | ${slidesOf.get(id)!.map(slide => slide.replaceAll('|', '\\|')).join('<br>')} |`),
  ].join('\n'))
  const text = `# What the deck covers\n\nMade by \`npm run coverage\` from \`docs/syllabus.yml\` and the front matter of the slides.\n\n${tables.join('\n\n')}\n`
  return { text, missing: [...slidesOf].filter(([, where]) => where.length === 0).map(([id]) => id), unknown }
}

if (import.meta.main) {
  const { text, missing, unknown } = await readCoverage()
  await writeFile(coverageFile, text)
  for (const id of missing) console.error(`No slide covers ${id}.`)
  for (const what of unknown) console.error(`The syllabus has no ${what}.`)
  process.exitCode = missing.length + unknown.length > 0 ? 1 : 0
}
