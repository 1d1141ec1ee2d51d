/** One sentence that states what a run of threads shows. */
import { limits } from '../../limits.ts'
import type { Lane, Lanes, LaneState } from './lanes.ts'
import { timeWords, type TraceWords } from '../traceWords.ts'

/** Seconds between the events at which something began and ended. */
export function secondsBetween({ events, duration }: Pick<Lanes, 'events' | 'duration'>, from: number, to: number): number {
  const end = Math.max(duration, events.at(-1)?.time ?? 0)
  return (events[to]?.time ?? end) - (events[from]?.time ?? end)
}

/** Seconds up to which something is told of the lanes. */
export function toldTime({ events, duration, known }: Pick<Lanes, 'events' | 'duration' | 'known'>): number {
  return known === null ? duration : events[known]!.time
}

/** What is not told of a run, in a sentence; empty where all is. */
export function untold(lanes: Lanes): string {
  if (!lanes.events.some(({ kind }) => kind === 'cut')) return ''
  const limit = `the limit of ${limits.tracedEvents.toLocaleString('en')} events`
  return lanes.known === null
    ? `What is hatched is not known: ${limit} a process.`
    : `Told up to ${timeWords(toldTime(lanes))}: ${limit}; what came after is not known.`
}

/** `A`, `A and B`, `A, B and C`, `A, B and 7 others`. */
export function listed(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const short = (lane: Lane) => lane.order === 0 ? 'Main' : lane.letter

/** What the lanes of threads show, by the run's own figures; the strongest of what there is to say. */
export function threadCaption(lanes: Lanes, words: TraceWords): string {
  const total = (lane: Lane, states: readonly LaneState[]) => lane.slices
    .filter(slice => states.includes(slice.state))
    .reduce((sum, slice) => sum + secondsBetween(lanes, slice.from, slice.to), 0)
  const longest = (states: readonly LaneState[]) => {
    const all = lanes.lanes.map(lane => ({ lane, seconds: total(lane, states) }))
    return all.reduce((one, other) => other.seconds > one.seconds ? other : one)
  }
  return deadlocked(lanes, words) ?? turns() ?? locked() ?? together() ?? plain()

  function turns(): string | null {
    const byForce = lanes.handOffs.filter(({ why }) => why === 'interval').length
    if (byForce < 2) return null
    const competing = lanes.lanes.filter(lane => lane.slices.some(slice => slice.ended === 'interval'))
    const { lane, seconds } = longest(['ready'])
    return `${listed(competing.map(short))} ${competing.length === 1 ? 'had to let go' : 'took turns'} ${byForce} times; `
      + `${short(lane)} waited ${timeWords(seconds)} for the GIL.`
  }

  function locked(): string | null {
    let most = { lane: lanes.lanes[0]!, what: '', seconds: 0 }
    for (const lane of lanes.lanes) {
      const waits = Map.groupBy(lane.slices.filter(({ state }) => state === 'lock'), ({ through, object }) =>
        through !== null ? `in ${through}` : `for ${object === null ? 'a lock' : words.object(object)}`)
      for (const [what, slices] of waits) {
        const seconds = slices.reduce((sum, slice) => sum + secondsBetween(lanes, slice.from, slice.to), 0)
        if (seconds > most.seconds) most = { lane, what, seconds }
      }
    }
    // To start a thread is to wait a moment until it has begun.
    return most.seconds <= toldTime(lanes) / 1000 ? null : `${short(most.lane)} waited ${timeWords(most.seconds)} ${most.what}.`
  }

  function together(): string | null {
    const { waiting, sum, within } = mostAtOnce(lanes)
    if (waiting.length < 2 || sum < within * 1.2) return null
    return `${listed(waiting.map(short))} waited at the same time: ${timeWords(sum)} in all, within ${timeWords(within)}.`
  }

  function plain(): string {
    if (lanes.lanes.length > 1) return `${lanes.lanes.length} threads, and one at a time had the GIL.`
    return total(lanes.lanes[0]!, ['sleep', 'input']) > 0 ? 'One thread; the GIL was free while it waited.' : 'One thread, which had the GIL all the time.'
  }
}

/** The most lanes that waited at one moment, how long all of them waited in the run, and how long at least one of them did. */
function mostAtOnce(lanes: Lanes): { waiting: Lane[], sum: number, within: number } {
  const waits = lanes.lanes.flatMap(lane => lane.slices.filter(({ state }) => ['sleep', 'input', 'other'].includes(state)).map((slice) => {
    const begin = secondsBetween(lanes, 0, slice.from)
    return { lane, begin, end: begin + secondsBetween(lanes, slice.from, slice.to) }
  })).filter(({ begin, end }) => end > begin).sort((one, other) => one.begin - other.begin)
  let waiting: Lane[] = []
  const until = new Map<Lane, number>()
  for (const [index, { lane, begin, end }] of waits.entries()) {
    until.set(lane, end)
    if (waits[index + 1]?.begin === begin) continue
    const now = lanes.lanes.filter(other => (until.get(other) ?? -Infinity) > begin)
    if (now.length > waiting.length) waiting = now
  }
  let [sum, within, reached] = [0, 0, -Infinity]
  for (const { lane, begin, end } of waits) {
    if (!waiting.includes(lane)) continue
    sum += end - begin
    within += Math.max(0, end - Math.max(begin, reached))
    reached = Math.max(reached, end)
  }
  return { waiting, sum, within }
}

/** Threads that wait for locks to the end, where Python was told that this is for ever. */
function deadlocked({ events, lanes }: Lanes, words: TraceWords): string | null {
  if (!events.some(event => event.kind === 'raise' && event.type.startsWith('Deadlock'))) return null
  const stuck = lanes.flatMap((lane) => {
    const last = lane.slices.at(-1)
    if (last?.ended !== null || last.state !== 'lock') return []
    return [`${short(lane)} waits for ${last.object === null ? last.through ?? 'a lock' : words.object(last.object)}`]
  })
  return stuck.length === 0 ? 'A deadlock: nobody can go on.' : `A deadlock: ${listed(stuck)}, for ever.`
}
