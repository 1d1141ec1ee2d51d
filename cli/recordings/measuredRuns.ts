/** Where the runs below recordings/measured come from: the builds, by version, each with its runs. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { root } from '../root.ts'

const text = z.string().min(1)
const day = z.string().regex(/^\d{4}-\d\d-\d\d/)
const version = z.string().regex(/^Python \d+\.\d+\.\d+/)
/** Of several builds in one file, one is named; the others are in other files too. */
const perBuild = <T extends z.ZodType>(one: T) => z.union([one, z.record(text, one).transform(all => all['py314'] as z.output<T>)])

/** Files are of two forms: of one run with all its samples, and of figures made from it. */
const provenanceSchema = z.object({
  'build_label': text.optional(),
  'provenance': perBuild(text),
  'python -VV': perBuild(version).optional(),
  'python': version.optional(),
  'machine': z.union([text, z.looseObject({ cpu: text, cores: z.number() })]),
  'time': day.optional(),
  'date': day.optional(),
})

export interface MeasuredRun {
  /** The experiment, for instance `cpu_bound`. */
  name: string
  file: string
  /** `Python 3.14.10`, with what else the build says of itself. */
  version: string
  provenance: string
  machine: string
  date: string
}

export interface MeasuredBuild {
  name: string
  provenance: string
  machines: string[]
  dates: string[]
  experiments: string[]
}

/** Every measured run. Throws with a sentence where one does not say where it comes from. */
export function listMeasured(): MeasuredRun[] {
  return globSync('*.json', { cwd: join(root, 'recordings', 'measured') }).sort().map((file) => {
    const parsed = provenanceSchema.safeParse(JSON.parse(readFileSync(join(root, 'recordings', 'measured', file), 'utf8')))
    const found = parsed.data
    const python = found?.['python -VV'] ?? found?.python
    const date = (found?.time ?? found?.date)?.slice(0, 10)
    if (!found || !python || !date) throw new Error(`recordings/measured/${file} does not say which build it is of, whence, when and where: ${parsed.error ? z.prettifyError(parsed.error) : 'python -VV or a date is missing'}`)
    const machine = typeof found.machine === 'string' ? found.machine : `${found.machine.cores} cores, ${found.machine.cpu.replaceAll('(R)', '').replace(/ Processor$/, '')}`
    return { name: basename(file, '.json').split('.')[0]!, file, version: python, provenance: found.provenance, machine, date }
  })
}

/** The name of a build as the slides have it. */
function nameOf(version: string): string {
  const number = version.split(' ')[1]!
  const free = version.includes('free-threading') ? ', free-threaded' : ''
  return number.startsWith('3.15.0a0') ? `main, May 2025 (3.15.0a0)${free}` : `CPython ${number}${free}`
}

/** The runs by build, oldest version first. */
export function measuredRuns(): MeasuredBuild[] {
  const builds = Map.groupBy(listMeasured(), run => nameOf(run.version))
  const distinct = (values: string[]) => [...new Set(values)].sort()
  const minor = (name: string) => Number(/3\.(\d+)/.exec(name)?.[1])
  return [...builds].map(([name, runs]) => ({
    name,
    provenance: runs.map(run => run.provenance).sort((a, b) => b.length - a.length)[0]!,
    machines: distinct(runs.map(run => run.machine)),
    dates: distinct(runs.map(run => run.date)),
    experiments: distinct(runs.map(run => run.name)),
  })).sort((a, b) => minor(a.name) - minor(b.name) || a.name.localeCompare(b.name))
}
