/** The workers of a session: one at work and one spare, each replaced when it has ended. */
import type { LoadProgress } from '../boot/downloads.ts'
import type { Entry } from './job.ts'
import type { Problem } from '../border/protocol.ts'
import type { SessionState } from './session.ts'
import { openSlot, type SpawnWorker } from '../worker/slot.ts'

/** The spare is opened so many ms after the first worker is ready, so as not to slow the first run down. */
const spareDelay = 300

interface CrewOptions {
  base: string
  spawn: SpawnWorker
  /** No spare, and a worker is not used twice: for a single run, which a spare would only slow down. */
  single: boolean
  /** A program runs: nothing else may want the cores; with `'processes'`, not even a spare. */
  busy: () => boolean | 'processes'
  /** A worker is there for the next run. */
  ready: () => void
  /** Nobody is there, and nobody comes. */
  lost: (problem: Problem) => void
  changed: () => void
}

export interface Crew {
  /** What there is beside a run that goes on. */
  readonly state: SessionState
  /** Opens a worker where one is missing: the first at once, the spare when the first is there. */
  provide: () => void
  /** The worker for the next run, which is taken, or null; the others rest. */
  take: () => Entry | null
  has: (entry: Entry) => boolean
  /** A run is over: its worker makes itself a fresh interpreter. */
  renew: (entry: Entry) => void
  /** Gives up a worker. */
  drop: (entry: Entry) => void
  /** Opens none any more, and ends all at once; resolves when they have ended. */
  end: () => Promise<unknown>
  /** Opens none any more; resolves when those that make an interpreter have done so. */
  settle: () => Promise<unknown>
}

export function openCrew({ base, spawn, single, busy, ready, lost, changed }: CrewOptions): Crew {
  const entries = new Set<Entry>()
  const begun: LoadProgress = { part: 0, silent: 0 }
  let progress = begun
  let problem: Problem | null = null
  let closed = false
  let isWarm = false
  let ended: Promise<unknown> = Promise.resolve()
  /** What the next worker is made of. A worker is asked for it when it is there: one that computes gives nothing, and all would be fetched again. */
  let parts: MessagePort | undefined

  const find = (status: Entry['status']) => [...entries].find(entry => entry.status === status)

  function provide(): void {
    if (closed || busy() === 'processes' || find('loading') || entries.size >= 2) return
    const given = parts
    parts = undefined
    const entry: Entry = { slot: openSlot(spawn), status: 'loading', made: Promise.resolve() }
    entries.add(entry)
    progress = begun
    // While it loads, the load tells why it ended.
    void entry.slot.crashed.then(() => entry.status !== 'loading' && drop(entry))
    entry.made = entry.slot.load(base, (now) => {
      progress = now
      changed()
    }, given).then((result) => {
      if (!entries.has(entry)) return
      if (result.ok) return welcome(entry)
      problem = result.problem
      drop(entry)
    })
  }

  function welcome(entry: Entry): void {
    entry.status = 'ready'
    problem = null
    if (!single) parts ??= entry.slot.parts()
    ready()
    if (!single && entries.size < 2) setTimeout(provide, spareDelay)
    else if (!single) warmUp(entry)
    changed()
  }

  /** Once, in the spare: what one worker's engine compiles, all of them share. */
  function warmUp(entry: Entry): void {
    if (isWarm || busy() || entry.status !== 'ready') return
    isWarm = true
    entry.slot.warmUp()
  }

  function drop(entry: Entry): void {
    if (!entries.delete(entry)) return
    ended = Promise.all([ended, entry.slot.end()])
    if (entries.size === 0 && problem) lost(problem)
    changed()
  }

  async function makeAnew(entry: Entry): Promise<void> {
    entry.status = 'renewing'
    if (await entry.slot.renew()) {
      if (entries.has(entry)) welcome(entry)
      return
    }
    drop(entry)
    provide()
    ready()
  }

  return {
    get state(): SessionState {
      return find('ready') ?? find('renewing') ? { kind: 'ready' }
        : entries.size > 0 ? { kind: 'loading', ...progress }
          : problem ? { kind: 'failed', problem } : { kind: 'idle' }
    },
    provide,
    take() {
      const entry = find('ready')
      if (!entry) return null
      entry.status = 'running'
      for (const other of entries) if (other.status === 'ready') other.slot.rest()
      return entry
    },
    has: entry => entries.has(entry),
    renew(entry) {
      if (single) drop(entry)
      else entry.made = makeAnew(entry)
    },
    drop,
    end() {
      closed = true
      parts?.close()
      for (const entry of entries) drop(entry)
      return ended
    },
    settle() {
      closed = true
      return Promise.all([...entries].map(({ made }) => made))
    },
  }
}
