/** The lanes of a run as SVG paths: few nodes, however many events. All lengths are pixels. */
import { lastAtMost, type Lane, type LaneState, type Lanes } from '../../../runtime/trace/lanes/lanes.ts'
import { lockShape } from './laneColours.ts'

/** What is drawn, and where. */
export interface Plot {
  lanes: Lanes
  positions: Float64Array
  /** Where a time, in seconds, stands. */
  ofTime: (seconds: number) => number
  /** The part of the axis that is seen. */
  from: number
  to: number
  width: number
  laneHeight: number
}

/** More lanes than these are scrolled to. */
export const shownLanes = 8

/** How many lanes are seen at once where there are `room` pixels for them. */
export function lanesIn(room: number | null): number {
  return Math.max(shownLanes, Math.floor((room ?? 0) / 20))
}

/** A few lanes are drawn larger, also where there is more room than usual. */
export function laneHeightOf({ lanes }: Lanes, room: number | null = null): number {
  const usual = lanes.length <= 3 ? 26 : lanes.length <= 5 ? 22 : 20
  return room === null ? usual : Math.max(usual, Math.min(2 * usual, Math.floor(room / lanes.length)))
}

/** Lanes, axis and the line below. */
export function pictureHeight(lanes: Lanes): number {
  return Math.min(shownLanes, lanes.lanes.length) * laneHeightOf(lanes) + 18 + 21
}

/** What narrower slices are widened to; neighbours of one kind that are nearer to each other are drawn as one. */
const narrowest = 1.5

export interface LanePaths {
  /** Solid bars, by state. */
  bars: Partial<Record<LaneState, string>>
  /** Bars of waiting for an object, by its number of colour. */
  objects: Map<number, string>
  /** The shapes of what is waited for, and lines below while it is held, by the same number. */
  shapes: Map<number, string>
  holds: Map<number, string>
  /** A line as long as each bar of running. */
  edge: string
}

export function xOf({ from, to, width }: Pick<Plot, 'from' | 'to' | 'width'>, position: number): number {
  return (position - from) / (to - from) * width
}

/** The bars of one lane, in its own rows: y is 0 in the middle. */
export function lanePaths(plot: Plot, lane: Lane): LanePaths {
  const runs = new Map<string, { path: string, start: number, end: number }>()
  const { positions, width } = plot
  for (let index = firstSeen(plot, lane); index < lane.slices.length; index++) {
    const slice = lane.slices[index]!
    const start = Math.max(-2, xOf(plot, positions[slice.from]!))
    if (start > width) break
    const end = Math.min(width + 2, Math.max(start + narrowest, xOf(plot, positions[slice.to]!)))
    const key = (slice.state === 'lock' || slice.state === 'other') && slice.object !== null ? `#${plot.lanes.used.get(slice.object)}` : slice.state
    const run = runs.get(key)
    if (run && start - run.end < narrowest / 2) {
      run.end = Math.max(run.end, end)
      continue
    }
    runs.set(key, { path: run ? run.path + bar(run, heightOf(key, plot)) : '', start, end })
  }
  const paths: LanePaths = { bars: {}, objects: new Map(), shapes: new Map(), holds: new Map(), edge: '' }
  for (const [key, run] of runs) {
    const path = run.path + bar(run, heightOf(key, plot))
    if (key.startsWith('#')) paths.objects.set(Number(key.slice(1)), path)
    else paths.bars[key as LaneState] = path
    if (key === 'running' || key === 'pickling') paths.edge += path.replaceAll(/ -?[\d.]+h([\d.]+)v[^z]*z/g, ' 0h$1')
  }
  for (const [order, path] of paths.objects) {
    const starts = [...path.matchAll(/M(-?[\d.]+) [^h]+h([\d.]+)/g)].filter(match => Number(match[2]) > 18)
    paths.shapes.set(order, starts.map(match => lockShape(order, Math.max(0, Number(match[1])) + 9, 0, 4.5)).join(''))
  }
  for (const { object, from, to } of lane.holds) {
    const [start, end] = [Math.max(-2, xOf(plot, positions[from]!)), Math.min(width + 2, xOf(plot, positions[to]!))]
    if (start > width || end < 0) continue
    const order = plot.lanes.used.get(object)!
    paths.holds.set(order, `${paths.holds.get(order) ?? ''}M${start.toFixed(1)} 0h${Math.max(narrowest, end - start).toFixed(1)}`)
  }
  return paths
}

function heightOf(key: string, { laneHeight }: Plot): number {
  if (key === 'unknown') return laneHeight
  if (['running', 'blocking', 'starting', 'ending', 'pickling'].includes(key)) return Math.round(laneHeight * 0.56)
  if (key === 'ready' || key === 'lock' || key.startsWith('#')) return Math.round(laneHeight * 0.34)
  return 0
}

/** A rectangle round the middle line; without height, that line. */
function bar({ start, end }: { start: number, end: number }, height: number): string {
  const [x, width] = [start.toFixed(1), (end - start).toFixed(1)]
  return height === 0 ? `M${x} 0h${width}` : `M${x} ${-height / 2}h${width}v${height}h-${width}z`
}

/** The first slice that may be seen. */
function firstSeen({ positions, from }: Plot, { slices }: Lane): number {
  let low = 0
  let high = slices.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[slices[middle]!.to]! < from) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** What stands at events of a lane, as paths: those of one kind and object that would cover each other are one. */
export interface MarkPaths {
  prints: string
  raises: string
  ends: string
  /** Of locks and queues, by their number of colour: taken or put, and given back or got. */
  taken: Map<number, string>
  given: Map<number, string>
}

const apart = 8

/** The marks of a lane, in its own rows: y is 0 in the middle. */
export function markPaths(plot: Plot, lane: Lane): MarkPaths {
  const paths: MarkPaths = { prints: '', raises: '', ends: '', taken: new Map(), given: new Map() }
  const last = new Map<string, number>()
  const below = Math.round(plot.laneHeight * 0.28)
  for (const { event, kind } of lane.marks) {
    const x = xOf(plot, plot.positions[event]!)
    if (x < -apart) continue
    if (x > plot.width + apart) break
    const happened = plot.lanes.events[event]!
    const order = 'object' in happened && happened.object !== null ? plot.lanes.used.get(happened.object) ?? -1 : -1
    const key = `${kind} ${order}`
    if (x - (last.get(key) ?? -Infinity) < apart) continue
    last.set(key, x)
    const at = x.toFixed(1)
    if (kind === 'print') paths.prints += `M${at} ${below + 1}l4.5 6h-9z`
    else if (kind === 'raise') paths.raises += `M${(x - 5).toFixed(1)} -5l10 10m0 -10l-10 10`
    else if (kind === 'end') paths.ends += `M${at} ${-below - 2}v${2 * below + 4}`
    else if (kind === 'acquire' || kind === 'put') add(paths.taken)
    else if (kind === 'release' || kind === 'get') add(paths.given)
    function add(to: Map<number, string>) {
      to.set(order, (to.get(order) ?? '') + lockShape(order, x, 0, 5))
    }
  }
  return paths
}

/** Pixels that an arrow needs to be seen as one. */
const arrowRoom = 9

/** Where the GIL goes from lane to lane; none where there are too many to be seen. */
export function handOffPath(plot: Plot): { lines: string, tips: string } {
  const { lanes, positions, from, to, laneHeight } = plot
  const first = lastAtMost(Float64Array.from(lanes.handOffs, ({ event }) => positions[event]!), from - 1e-12) + 1
  const seen = []
  for (let index = first; index < lanes.handOffs.length && positions[lanes.handOffs[index]!.event]! <= to; index++) {
    seen.push(lanes.handOffs[index]!)
    if (seen.length > plot.width / arrowRoom) return { lines: '', tips: '' }
  }
  let lines = ''
  let tips = ''
  for (const handOff of seen) {
    const x = xOf(plot, positions[handOff.event]!).toFixed(1)
    const down = handOff.to > handOff.from ? 1 : -1
    const edge = laneHeight * 0.28 + 1
    const start = (handOff.from + 0.5) * laneHeight + down * edge
    const end = (handOff.to + 0.5) * laneHeight - down * edge
    lines += `M${x} ${start.toFixed(1)}V${(end - down * 3).toFixed(1)}`
    tips += `M${x} ${end.toFixed(1)}l-3.5 ${-down * 5}h7z`
  }
  return { lines, tips }
}
