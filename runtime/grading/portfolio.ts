/** Work taken home: a zip with the answers and changed cells as Python files, a report to read, and a JSON that can be loaded again. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from '../schema.ts'
import { editionsSchema, type Editions } from './work.ts'
import type { ListedExercise } from './listed.ts'

const dataFile = 'under-the-gil.json'
const kind = 'under-the-gil exercises'

/** Bytes of a file, and of the JSON in it; no work is that long. */
export const longestFile = 20 << 20

const savedSchema = z.object({
  kind: z.literal(kind),
  format: z.literal(1),
  saved: z.string(),
  exercises: z.record(z.string(), editionsSchema),
  /** Files from before have none. */
  cells: z.record(z.string(), z.string()).default({}),
})

/** By exercise. */
export type AllWork = Record<string, Editions>

/** Texts of cells, by `snippet:version`. */
export type CellTexts = Record<string, string>

/**
 * Makes the zip; `saved` is the time, in ISO 8601.
 *
 * @param aside what could not be read when it was found, by key: it goes along as it is
 */
export function packWork(exercises: readonly ListedExercise[], work: AllWork, saved: string, cells: CellTexts = {}, aside: Record<string, string> = {}): Uint8Array {
  const answers = exercises.flatMap(({ id, version }) => {
    const answer = work[id]?.[version]?.answer
    return answer === undefined ? [] : [[`answers/${id}.py`, strToU8(`${answer}\n`)] as const]
  })
  return zipSync({
    'report.md': strToU8(reportOf(exercises, work, saved)),
    [dataFile]: strToU8(`${JSON.stringify({ kind, format: 1, saved, exercises: work, cells }, null, 1)}\n`),
    ...Object.fromEntries(answers),
    ...filesOf('cells', '.py', Object.entries(cells)),
    ...filesOf('unreadable', '.txt', Object.entries(aside)),
  })
}

/** `gil/counter.py#tail:1234` becomes `cells/gil/counter@tail.1234.py`: no name leads out of its folder. */
function filesOf(folder: string, ending: string, texts: [key: string, text: string][]): Record<string, Uint8Array> {
  const name = (key: string) => key.replace(/\.py(?=[#:]|$)/, '').replaceAll('#', '@').replaceAll(':', '.').replaceAll(/[^\w@./-]|\.\.|^\//g, '_')
  return Object.fromEntries(texts.map(([key, text]) => [`${folder}/${name(key)}${ending}`, strToU8(`${text}\n`)]))
}

/**
 * Reads a file that `packWork` made, or the JSON out of it.
 * @throws Error with one sentence where it is not one.
 */
export function unpackWork(bytes: Uint8Array): { saved: string, work: AllWork, cells: CellTexts } {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4B
  if (bytes.length > longestFile) throw new Error(`This file is too large to be work of this workshop: ${Math.ceil(bytes.length / (1 << 20))} MB, where ${longestFile >> 20} are possible.`)
  let text: string
  try {
    // Only the file that is wanted is inflated, and no more of it than work can be.
    const data = isZip ? unzipSync(bytes, { filter: ({ name, originalSize }) => name === dataFile && originalSize < longestFile })[dataFile] : bytes
    if (!data) throw new Error('no data')
    text = strFromU8(data)
  }
  catch {
    throw new Error(`This zip holds no work of this workshop: there is no readable ${dataFile} in it.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  }
  catch {
    throw new Error('This file is neither a zip nor a JSON of this workshop.')
  }
  const read = savedSchema.safeParse(value)
  if (!read.success) throw new Error(`This file is not work of this workshop, or it was changed: ${z.prettifyError(read.error).split('\n')[0]!.replace(/^✖ /, '')}.`)
  return { saved: read.data.saved, work: read.data.exercises, cells: read.data.cells }
}

function reportOf(exercises: readonly ListedExercise[], work: AllWork, saved: string): string {
  const begun = exercises.flatMap((exercise) => {
    const done = work[exercise.id]?.[exercise.version]
    return done ? [{ ...exercise, done }] : []
  })
  const points = begun.reduce((sum, { done }) => sum + done.points, 0)
  const possible = exercises.reduce((sum, exercise) => sum + exercise.possible, 0)
  const rows = exercises.map(({ id, title, module, possible: most, version }) => {
    const done = work[id]?.[version]
    return `| ${module} | ${id.slice(0, 2)} ${title} | ${done?.points ?? 0} of ${most} | ${done?.attempts ?? 0} | ${done?.passed ? 'solved' : done ? 'begun' : ''} |`
  })
  const answers = begun.map(({ id, title, done }) => `## ${id.slice(0, 2)} ${title}\n\n${done.passed ? 'Solved' : 'Not solved yet'}; ${done.points} points, ${done.attempts} attempts, ${Math.round(done.seconds / 60)} min.\n\n~~~~python\n${done.answer}\n~~~~\n`)
  return `# Under the GIL: my exercises\n\n${saved.slice(0, 10)}: ${begun.filter(({ done }) => done.passed).length} of ${exercises.length} solved, ${points} of ${possible} points.\n\n`
    + `| | exercise | points | attempts | |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\n${answers.join('\n')}`
}
