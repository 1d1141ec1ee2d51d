/** What a lane is doing, as words. */
import { secondsBetween } from './laneCaption.ts'
import type { Lane, LaneMoment, Lanes, LaneState, Slice } from './lanes.ts'
import { timeWords, type TraceWords } from '../traceWords.ts'

/** `threads` hold a GIL and wait for it; `tasks` have turns of one loop; `processes`, beside threads of one of them, have a GIL each. */
export type LaneKind = 'threads' | 'tasks' | 'processes'

/** A name as it stands beside a lane: of `Thread-3 (deposit)` only what is told by it; a pool's threads are workers, its processes too. */
export function laneName({ name, order }: Lane, kind: LaneKind): string {
  if (kind !== 'tasks' && order === 0) return 'Main'
  const told = name.replace(/^Thread-\d+ \((.+)\)$/, '$1').replace(/^\w+PoolExecutor-\d+_(\d+)$/, 'worker $1')
    .replace(/^(?:Spawn)?(?:Process|PoolWorker)-(\d+)$/, 'process $1')
  return told
}

/** A name in two parts, of which the first may be cut: what tells names apart is often at the end. */
export function nameParts(name: string): [head: string, tail: string] {
  const tail = name.length > 10 ? 5 : 0
  return [name.slice(0, name.length - tail), name.slice(name.length - tail)]
}

/** A lane in a sentence: its letter, or `Main`. */
export function laneShort({ order, letter }: Lane, kind: LaneKind): string {
  return kind !== 'tasks' && order === 0 ? 'Main' : letter
}

/** For instance `waits for balance_lock`. */
export function doing({ state, object, through }: Slice, kind: LaneKind, words: TraceWords): string {
  if (state === 'other' && kind !== 'threads') return `waits in ${through ?? 'something'}`
  switch (state) {
    case 'unknown': return 'is told of no further'
    case 'running': return kind === 'threads' ? 'has the GIL' : 'runs'
    case 'starting': return through === 'import' ? 'starts: it imports the program' : 'starts: a worker, an interpreter'
    case 'ending': return 'ends: its interpreter is taken down'
    case 'pickling': return through === 'unpickle' ? 'unpickles' : 'pickles'
    case 'process': return `waits for other processes${through === null ? '' : `, in ${through}`}`
    case 'blocking': return 'blocks the loop'
    case 'ready': return kind === 'tasks' ? 'waits for its turn' : 'waits for the GIL'
    case 'sleep': return 'sleeps'
    case 'input': return 'waits for input'
    case 'thread': return through === 'Thread.start' ? 'waits until the thread that it started is there' : `joins ${object === null ? 'a thread' : words.object(object)}`
    default: return `waits for ${words.wait(state, object, through)}`
  }
}

const because: Partial<Record<NonNullable<Slice['ended']>, string>> = {
  interval: 'until its switch interval was over',
  yield: 'until it gave way',
  wait: 'until it had to wait',
  end: 'until it ended',
  ready: 'until it could go on',
  cut: 'no further is told',
}

/** `line 7`; where there may have been others since, `last told at line 7`. */
export function lineWords({ line, isLineOld }: Pick<LaneMoment, 'line' | 'isLineOld'>): string {
  return line === null ? '' : isLineOld ? `last told at line ${line}` : `line ${line}`
}

/** All about what a lane is doing: `A runs, it has the GIL · 5 ms from 10.1 ms on · line 7 · until …`; empty before its start and after its end. */
export function sliceWords(lanes: Lanes, moment: LaneMoment, kind: LaneKind, words: TraceWords): string {
  const { lane, slice } = moment
  if (!slice) return ''
  const from = lanes.events[slice.from]?.time ?? 0
  if (slice.state === 'unknown') return `What ${laneShort(lane, kind)} did from ${timeWords(from)} on is not known`
  return [
    `${laneShort(lane, kind)} ${doing(slice, kind, words)}`,
    `${timeWords(secondsBetween(lanes, slice.from, slice.to))} from ${timeWords(from)} on`,
    lineWords(moment),
    kind !== 'tasks' ? because[slice.ended ?? 'line'] ?? '' : '',
  ].filter(Boolean).join(' · ')
}

/** Those first who say most. */
const rank: readonly LaneState[] = ['running', 'blocking', 'lock', 'ready', 'sleep', 'input']
const rankOf = ({ slice }: LaneMoment) => slice && rank.includes(slice.state) ? rank.indexOf(slice.state) : rank.length

/** What everybody is doing; at most so many lanes. */
export function momentWords(moments: readonly LaneMoment[], kind: LaneKind, words: TraceWords, atMost = 4): string {
  const present = moments.filter(moment => moment.slice !== null).sort((one, other) => rankOf(one) - rankOf(other))
  if (present.length > 0 && present.every(({ slice }) => slice!.state === 'unknown')) return 'what anybody did then is not known'
  const told = present.slice(0, atMost).map(moment =>
    [`${laneShort(moment.lane, kind)} ${doing(moment.slice!, kind, words)}`, lineWords(moment)].filter(Boolean).join(', '))
  if (present.length > atMost) told.push(`and ${present.length - atMost} more`)
  return told.length === 0 ? 'nobody is there any more' : told.join(' · ')
}
