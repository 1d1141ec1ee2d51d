/** Measures a CPython of this machine, by the programs in recordings/measured/experiments. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { differing } from './measuredMeaning.ts'
import { root } from '../root.ts'

/** Every experiment, with the seconds that it may take. */
const limits: Record<string, number> = {
  cpu_bound: 900, io_bound: 60, gil_convoy: 60, gil_release: 300, gil_timeline: 30, races: 600,
  getrefcount: 30, gc_pauses: 60, gc_semantics: 30, memory_use: 300, single_thread: 300, scattered_survivors: 120,
}
const folder = join(root, 'recordings', 'measured')

const answerSchema = z.looseObject({ unfit: z.string().optional() })
const buildSchema = z.object({
  build: z.looseObject({ python_VV: z.string(), version: z.tuple([z.number(), z.number()]).rest(z.union([z.number(), z.string()])), implementation: z.string(), Py_GIL_DISABLED: z.boolean(), gil_enabled: z.boolean() }),
  machine: z.looseObject({ cpu: z.string(), cores: z.number() }),
  time: z.string(),
})

export interface MeasureOptions {
  /** The interpreter to measure. */
  python: string
  /** Experiments; all without any. */
  only: string[]
  /** Names the build in file names; made from the version without one. */
  label?: string
  /** Where the build comes from, in words. */
  provenance?: string
  /** Write nothing, and say what means something else than in the recording of the same label. */
  check: boolean
  progress: (text: string) => void
}

/** What went wrong, one sentence each. Writes `recordings/measured/<experiment>.<label>.json`. */
export async function measure({ python, only, label, provenance, check, progress }: MeasureOptions): Promise<string[]> {
  const unknown = only.filter(name => !(name in limits))
  if (unknown.length > 0) return [`No experiment is called ${unknown.join(', ')}. There are: ${Object.keys(limits).join(', ')}.`]
  if (label !== undefined && !/^\w+$/.test(label)) return ['A label is made of letters, digits and _.']
  const about = buildSchema.safeParse(await run(python, 'build', 30, progress).catch(() => null))
  if (!about.success || about.data.build.implementation !== 'CPython') return [`${python} is not a CPython 3.9 or later.`]
  const { version, Py_GIL_DISABLED: free, gil_enabled: gil } = about.data.build
  const named = label ?? `py${version[0]}${version[1]}${free ? 't' : ''}${free && gil ? '_gil' : ''}`
  const problems: string[] = []
  for (const name of only.length > 0 ? only : Object.keys(limits)) {
    progress(name)
    const problem = await one(name, named).catch((error: Error) => `${name}: ${error.message}`)
    if (problem) problems.push(problem)
  }
  return problems

  async function one(name: string, label: string): Promise<string | null> {
    const file = join(folder, `${name}.${label}.json`)
    const old: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
    if (check && !old) return `${name}: there is no ${basename(file)} to compare with.`
    const { data: head } = buildSchema.safeParse(await run(python, 'build', 30, progress))
    const { unfit, ...found } = answerSchema.parse(await run(python, name, limits[name]!, progress))
    if (unfit) return `${name} does not fit this build: ${unfit}`
    if (check) return differing(name, old, found)
    const text = provenance ?? `CPython ${head!.build.python_VV.split(' ')[1]}, as found on the machine that measured it`
    const record = { id: name, build_label: label, provenance: text, 'python -VV': head!.build.python_VV, ...head, script: `experiments/${name}.py`, ...found }
    writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`)
    console.log(`recordings/measured/${basename(file)}`)
    return null
  }
}

/** The one object that an experiment prints. Throws with a sentence. */
async function run(python: string, name: string, seconds: number, progress: (text: string) => void): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = spawn(python, ['-E', '-s', '-B', join(folder, 'experiments', `${name}.py`)], { timeout: seconds * 1000, killSignal: 'SIGKILL' })
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  let [output, errors] = ['', '']
  child.stdout.on('data', (data: Buffer) => output += data.toString())
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
    progress(`${name}: ${data.toString().trim().split('\n').at(-1)}`)
  })
  child.on('error', () => reject(new Error(`${python} cannot be started.`)))
  child.on('close', (code, signal) => {
    if (signal) reject(new Error(`took longer than ${seconds} s.`))
    else if (code !== 0) reject(new Error(`ended with status ${code}: ${errors.trim().split('\n').at(-1)}`))
    else resolve(output)
  })
  try {
    return JSON.parse(await promise) as unknown
  }
  finally {
    process.off('exit', stop)
  }
}
