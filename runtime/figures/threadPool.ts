/** A model of a pool of threads: jobs are taken in order by whoever is free; one that has begun cannot be stopped. */

export interface PoolJob {
  name: string
  seconds: number
  fails?: boolean
}

export interface PoolFuture {
  name: string
  /** What `cancel()` made of it comes before all else. */
  cancelled: boolean
  worker: number
  start: number
  end: number
  fails: boolean
}

export type FutureState = 'pending' | 'running' | 'done' | 'failed' | 'cancelled'

/** Which worker does which job, and when; `cancelled` are names of jobs that were cancelled while they were pending. */
export function runPool(jobs: readonly PoolJob[], workers: number, cancelled: ReadonlySet<string>): PoolFuture[] {
  const free = Array.from({ length: workers }, () => 0)
  return jobs.map(({ name, seconds, fails = false }) => {
    const start = Math.min(...free)
    const worker = free.indexOf(start)
    const isCancelled = cancelled.has(name)
    if (!isCancelled) free[worker] = start + seconds
    return { name, cancelled: isCancelled, worker, start, end: isCancelled ? start : start + seconds, fails }
  })
}

/** The state of a future at a time. */
export function futureState(future: PoolFuture, time: number): FutureState {
  if (future.cancelled) return 'cancelled'
  if (time < future.start) return 'pending'
  if (time < future.end) return 'running'
  return future.fails ? 'failed' : 'done'
}
