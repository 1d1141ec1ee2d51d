/** What the colours and shapes of a picture of lanes mean: only those that it has. */
import type { LaneState, MarkKind } from '../../../runtime/trace/lanes/lanes.ts'
import type { LaneStory } from '../../../runtime/trace/lanes/laneStory.ts'

export interface LegendEntry {
  sign: 'gil' | 'unknown' | 'running' | 'starting' | 'pickling' | 'message' | 'blocking' | 'ready' | 'sleep' | 'thread' | 'object' | 'print' | 'raise'
  /** Of an object: the number of its colour. */
  order: number
  words: string
}

/** The most objects that are named. */
const named = 3

export function laneLegend(story: LaneStory): LegendEntry[] {
  const { kind, lanes: { lanes, messages, used } } = story
  const states = new Set<LaneState>(lanes.flatMap(lane => lane.slices.map(slice => slice.state)))
  const marks = new Set<MarkKind>(lanes.flatMap(lane => lane.marks.map(mark => mark.kind)))
  const has = (...wanted: LaneState[]) => wanted.some(state => states.has(state))
  const entries: Array<LegendEntry | false> = [
    kind !== 'tasks' && { sign: 'gil', order: 0, words: kind === 'threads' ? 'has the GIL' : 'has its GIL' },
    has('unknown') && { sign: 'unknown', order: 0, words: 'not known' },
    has('starting') && { sign: 'starting', order: 0, words: has('ending') ? 'starts up, ends' : 'starts up' },
    has('pickling') && { sign: 'pickling', order: 0, words: 'pickles' },
    messages.length > 0 && { sign: 'message', order: 0, words: 'sends' },
    has('blocking') && { sign: 'blocking', order: 0, words: 'blocks the loop' },
    has('ready') && { sign: 'ready', order: 0, words: kind === 'tasks' ? 'waits for its turn' : 'waits for the GIL' },
    ...[...used].slice(0, named).map(([object, order]): LegendEntry => ({ sign: 'object', order, words: story.object(object, 16) })),
    has('sleep', 'input', 'loop', ...kind === 'processes' ? ['process'] as const : []) && { sign: 'sleep', order: 0, words: kind === 'tasks' ? 'waits' : kind === 'threads' ? 'sleeps or waits outside' : 'waits outside' },
    kind !== 'processes' && has('thread') && { sign: 'thread', order: 0, words: 'joins' },
    kind === 'tasks' && has('other') && { sign: 'thread', order: 0, words: 'waits for others' },
    kind === 'processes' && has('other', 'thread') && { sign: 'thread', order: 0, words: 'waits inside' },
    marks.has('print') && { sign: 'print', order: 0, words: 'prints' },
    marks.has('raise') && { sign: 'raise', order: 0, words: kind === 'processes' ? 'fails' : 'raises' },
  ]
  return entries.filter(entry => entry !== false)
}
