/**
 * A model of the GIL's hand-over, after CPython's Python/ceval_gil.c: a waiter asks when a whole interval has passed
 * without a change of holder; the holder lets go at once, and does not take it back before another has had it.
 * Left out: that looks are a little apart, what a hand-over costs, and that the system decides which of several waiters wakes.
 */

export interface GilSettings {
  /** Threads that compute. */
  computing: number
  /** Milliseconds that such a thread computes before it waits for `pause` milliseconds. */
  burst: number
  /** Milliseconds that the other thread waits for input; then it needs `gilTurn` milliseconds of Python. */
  wait: number
  /** The switch interval, in milliseconds. */
  interval: number
  gil: boolean
}

export type ThreadState = 'runs' | 'ready' | 'waits'
export interface Stretch { state: ThreadState, from: number, to: number }

export interface GilRun {
  /** A lane for each computing thread, and at last one for the thread that waits. In milliseconds. */
  lanes: Stretch[][]
  /** How late that thread came to run, each time that it woke. */
  late: number[]
  /** Milliseconds of computing that were done in all. */
  computed: number
}

export const pause = 2
export const gilTurn = 0.4
/** Milliseconds that are simulated. */
export const shownTime = 80

const ticksPerMs = 10

interface Thread {
  state: ThreadState
  /** Ticks until it has computed enough, or waited enough. */
  left: number
  burst: number
  wait: number
  /** When it became ready, and when its present wait for the GIL began. */
  readyAt: number
  asksFrom: number
  /** The number of hand-overs when that wait began. */
  seen: number
}

class Model {
  readonly threads: Thread[]
  readonly late: number[] = []
  private holder: Thread | null = null
  private switches = 0
  private readonly settings: GilSettings

  constructor(settings: GilSettings) {
    this.settings = settings
    const thread = (state: ThreadState, burst: number, wait: number): Thread =>
      ({ state, burst, wait, left: state === 'waits' ? wait : burst, readyAt: 0, asksFrom: 0, seen: 0 })
    const ticks = (milliseconds: number) => Math.round(milliseconds * ticksPerMs)
    this.threads = Array.from({ length: settings.computing }, () => thread('ready', ticks(settings.burst), ticks(pause)))
    this.threads.push(thread('waits', ticks(gilTurn), ticks(settings.wait)))
  }

  tick(now: number): void {
    for (const thread of this.threads) {
      if (thread.state === 'waits' && thread.left <= 0) this.wake(thread, now)
    }
    if (!this.settings.gil) this.threads.filter(({ state }) => state === 'ready').forEach(thread => this.start(thread, now))
    else if (!this.holder) this.handOver(null, now)
    else if (this.asked(now)) this.handOver(this.holder, now)
    for (const thread of this.threads) {
      if (thread.state !== 'ready') thread.left--
      if (thread.state === 'runs' && thread.left <= 0) this.wait(thread)
    }
  }

  private wake(thread: Thread, now: number): void {
    Object.assign(thread, { state: 'ready', left: thread.burst, readyAt: now, asksFrom: now, seen: this.switches })
  }

  private wait(thread: Thread): void {
    Object.assign(thread, { state: 'waits', left: thread.wait })
    if (this.holder === thread) this.holder = null
  }

  private start(thread: Thread, now: number): void {
    thread.state = 'runs'
    if (thread === this.threads.at(-1)) this.late.push((now - thread.readyAt) / ticksPerMs)
  }

  /** Whether a waiter's interval has passed without a hand-over; one in which there was one begins anew. */
  private asked(now: number): boolean {
    const due = this.threads.filter(({ state, asksFrom }) => state === 'ready' && now - asksFrom >= this.settings.interval * ticksPerMs)
    const asks = due.some(({ seen }) => seen === this.switches)
    for (const thread of due) Object.assign(thread, { asksFrom: now, seen: this.switches })
    return asks
  }

  private handOver(from: Thread | null, now: number): void {
    const next = this.threads.filter(thread => thread.state === 'ready').toSorted((a, b) => a.readyAt - b.readyAt)[0]
    if (!next) return
    this.switches++
    if (from) Object.assign(from, { state: 'ready', readyAt: now, asksFrom: now })
    this.holder = next
    // Who begins to wait at this moment has seen the hand-over.
    for (const thread of this.threads) if (thread.asksFrom === now) thread.seen = this.switches
    this.start(next, now)
  }
}

/** What `shownTime` milliseconds look like. */
export function simulateGil(settings: GilSettings): GilRun {
  const model = new Model(settings)
  const lanes: Stretch[][] = model.threads.map(() => [])
  for (let now = 0; now < shownTime * ticksPerMs; now++) {
    // What a thread does in a tick is seen before the tick's work may end it.
    const before = model.threads.map(thread => ({ ...thread }))
    model.tick(now)
    model.threads.forEach((thread, index) => {
      const ran = thread.state === 'waits' && before[index]!.state !== 'waits'
      extend(lanes[index]!, ran ? 'runs' : thread.state, now / ticksPerMs, (now + 1) / ticksPerMs)
    })
  }
  const computed = lanes.slice(0, -1).flat().filter(({ state }) => state === 'runs').reduce((sum, { from, to }) => sum + to - from, 0)
  return { lanes, late: model.late, computed: Math.round(computed) }
}

function extend(lane: Stretch[], state: ThreadState, from: number, to: number): void {
  const last = lane.at(-1)
  if (last?.state === state) last.to = to
  else lane.push({ state, from, to })
}
