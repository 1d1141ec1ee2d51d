/**
 * A model of how long work takes under each way to run it: computing in Python adds up under a GIL, waiting overlaps,
 * processes pay for their start and for what they send. Milliseconds throughout.
 */

export const modelNames = ['sync', 'threads', 'asyncio', 'processes', 'free-threaded'] as const
export type ModelName = typeof modelNames[number]

export interface Workload {
  id: string
  title: string
  jobs: number
  /** Of each job: computing in Python, computing in C code that frees the GIL, waiting. */
  python: number
  native: number
  wait: number
  /** Megabytes that a job takes and gives. */
  megabytes: number
  /** Its libraries are async. */
  awaits: boolean
}

export const cores = 4
const most = { threads: 200, processes: 16 }
/** Of one thread, one process (both measured on CPython 3.13 and rounded), and of a megabyte pickled and sent (taken for it). */
const cost = { thread: 0.15, process: 50, megabyte: 10, task: 0.006 }
/** How much slower one thread is without a GIL: PEP 779 speaks of about 10 %. */
const freeThreaded = 1.1

/** As long as the busiest of what limits it, and never shorter than one job. */
function overlapped({ jobs, wait }: Workload, computing: number, serial: number, parallel: number, workers: number): number {
  const rounds = Math.ceil(jobs / workers)
  return Math.max(serial * jobs, (parallel * jobs) / Math.min(cores, jobs), rounds * (wait + computing), wait + computing)
}

/** Simulated milliseconds of a workload under a model. */
export function simulatedTime(work: Workload, model: ModelName): number {
  const { jobs, python, native, wait, megabytes, awaits } = work
  const computing = python + native
  const inTurn = jobs * (computing + wait)
  const threads = Math.min(jobs, most.threads)
  const processes = Math.min(jobs, most.processes)
  switch (model) {
    case 'sync': return inTurn
    case 'threads': return threads * cost.thread + overlapped(work, computing, python, native, threads)
    case 'asyncio': return jobs * cost.task + (awaits ? overlapped(work, computing, computing, 0, jobs) : inTurn)
    case 'processes': return (processes * cost.process) / Math.min(cores, processes) + jobs * megabytes * cost.megabyte + overlapped(work, computing, 0, computing, processes)
    case 'free-threaded': return threads * cost.thread + overlapped({ ...work, python: python * freeThreaded }, python * freeThreaded + native, 0, python * freeThreaded + native, threads)
  }
}

export interface Verdict {
  times: Record<ModelName, number>
  best: number
}

/** All times of a workload, and the shortest. */
export function judge(work: Workload): Verdict {
  const times = Object.fromEntries(modelNames.map(name => [name, simulatedTime(work, name)])) as Record<ModelName, number>
  return { times, best: Math.min(...Object.values(times)) }
}

/** Within a fifth of the shortest: two models may both be right. */
export const isGood = ({ times, best }: Verdict, model: ModelName) => times[model] <= best * 1.2

const workload = (id: string, title: string, jobs: number, rest: Partial<Workload>): Workload =>
  ({ id, title, jobs, python: 0, native: 0, wait: 0, megabytes: 0, awaits: false, ...rest })

export const workloads: readonly Workload[] = [
  workload('crawl', '50 pages, an async client', 50, { python: 1, wait: 200, awaits: true }),
  workload('queries', '50 queries, a driver that blocks', 50, { python: 1, wait: 100 }),
  workload('config', 'read one file of settings', 1, { python: 0.5, wait: 0.5 }),
  workload('thumbnails', '400 thumbnails, C code frees the GIL', 400, { native: 20, wait: 2, megabytes: 1 }),
  workload('simulation', '8 simulations in plain Python', 8, { python: 2000 }),
  workload('sum', 'add up a list of 15 million', 4, { python: 100, megabytes: 18 }),
  workload('chat', '5,000 connections of a chat', 5000, { python: 0.05, wait: 1000, awaits: true }),
  workload('reports', '100 files: fetch, then parse in Python', 100, { python: 100, wait: 300 }),
]

/** `45 ms`, `1.3 s`. */
export const timeText = (milliseconds: number): string => {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
