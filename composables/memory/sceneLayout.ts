/** Where names and objects stand: the same object at the same place in all scenes, as far as there is room. */
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre'
import type { Scene, SceneObject } from '../../runtime/memory/objects/scene.ts'
import { boxedObjects, boxOf, tagHeight, tagWidth } from './sceneShapes.ts'

export interface Place {
  /** The left upper corner. */
  x: number
  y: number
  width: number
  height: number
}

export interface Layout {
  width: number
  height: number
  /** Objects by number. */
  objects: Map<number, Place>
  /** Names and titles of frames, by `nameKey`. */
  names: Map<string, Place>
  /** Where an arrow that passes other boxes goes between them, by `wayKey`. */
  ways: Map<string, { x: number, y: number }[]>
}

/** More boxes than these are laid out anew for each scene. */
const mostStable = 26
/** Of more nodes crossings are not looked for as long. */
const mostCareful = 70
const margin = 12
/** Below a box: the word that it was freed, and arrows that go back. */
const below = 19

export function nameKey(depth: number, frame: string, name: string): string {
  return `${depth} ${frame} ${name}`
}

/** The name of what stands above a frame's names. */
export const titleOf = (depth: number, frame: string): string => nameKey(depth, frame, '')

/** Layouts of scenes: one for all, or where that would be too many boxes one for each with the dead of the scene before. */
export function layoutScenes(scenes: readonly Scene[]): (index: number) => Layout {
  const boxed = boxedObjects(scenes)
  const all = new Set(scenes.flatMap(({ objects }) => objects.map(({ id }) => id).filter(id => boxed.has(id))))
  if (all.size <= mostStable) {
    const one = layoutOf(scenes, boxed)
    return () => one
  }
  const known = new Map<number, Layout>()
  return (index) => {
    const found = known.get(index) ?? layoutOf(scenes.slice(Math.max(0, index - 1), index + 1), boxed)
    known.set(index, found)
    return found
  }
}

type Picture = Graph<GraphLabel, NodeLabel, EdgeLabel>

/** One layout of several scenes; a box is as large as it ever gets. */
export function layoutOf(scenes: readonly Scene[], boxed: ReadonlySet<number>): Layout {
  const graph: Picture = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 11, ranksep: 24, edgesep: 8, marginx: margin, marginy: margin })
  graph.setNode('root', { width: 0, height: 0 })
  const order: string[] = []
  for (const scene of scenes) addNames(graph, scene, order)
  for (const scene of scenes) addObjects(graph, scene, boxed)
  for (const node of graph.nodes()) if (node.startsWith('#') && graph.predecessors(node)?.every(one => one === node)) graph.setEdge('root', node, { minlen: 2, weight: 0 })
  const sorted = order.sort((one, other) => Number.parseInt(one) - Number.parseInt(other))
  const isLarge = graph.nodeCount() > mostCareful
  if (isLarge) graph.setGraph({ ...graph.graph(), ranker: 'longest-path' })
  layout(graph, { disableOptimalOrderHeuristic: isLarge, constraints: sorted.slice(1).map((right, index) => ({ left: sorted[index]!, right })) })
  return placesOf(graph)
}

function addNames(graph: Picture, { frames }: Scene, order: string[]): void {
  frames.forEach(({ name: frame, names }, depth) => {
    if (names.length === 0 && depth === 0) return
    for (const { name, to } of [{ name: '', to: null }, ...names]) {
      const key = nameKey(depth, frame, name)
      if (!graph.hasNode(key)) {
        graph.setNode(key, { width: tagWidth(name === '' ? frameTitle(frame) : name), height: name === '' ? 14 : tagHeight })
        graph.setEdge('root', key, { weight: 1000 })
        order.push(key)
      }
      if (to !== null) graph.setEdge(key, `#${to}`, { weight: 2 })
    }
  })
}

function addObjects(graph: Picture, { objects }: Scene, boxed: ReadonlySet<number>): void {
  const byId = new Map(objects.map(object => [object.id, object]))
  for (const object of objects) if (boxed.has(object.id)) grow(graph, object, byId, boxed)
  for (const { id, references } of objects) {
    for (const { to } of references) if (boxed.has(id) && boxed.has(to) && byId.has(to) && !graph.hasEdge(`#${to}`, `#${id}`)) graph.setEdge(`#${id}`, `#${to}`, { weight: 1 })
  }
}

function grow(graph: Picture, object: SceneObject, objects: ReadonlyMap<number, SceneObject>, boxed: ReadonlySet<number>): void {
  const { width, height } = boxOf(object, objects, boxed)
  const before = graph.node(`#${object.id}`) as NodeLabel | undefined
  graph.setNode(`#${object.id}`, { width: Math.max(width, before?.width ?? 0), height: Math.max(height, before?.height ?? 0) })
}

const tagGap = 7
const frameGap = 20

/** Names stand in the order in which they came, close together, frame below frame; in the middle of where they were. */
function stack(column: { node: string, y: number, height: number }[]): void {
  const order = (node: string) => Number.parseInt(node)
  const titles = column.filter(({ node }) => node.endsWith(' ')).sort((one, other) => order(one.node) - order(other.node))
  const sorted = titles.flatMap(title => [title, ...column.filter(({ node }) => node !== title.node && node.startsWith(title.node))])
  const gap = (index: number) => index === 0 ? 0 : sorted[index]!.node.endsWith(' ') ? frameGap : tagGap
  const height = sorted.reduce((sum, one, index) => sum + one.height + gap(index), 0)
  const [top, bottom] = [Math.min(...column.map(({ y, height }) => y - height / 2)), Math.max(...column.map(({ y, height }) => y + height / 2))]
  let y = Math.max(margin, (top + bottom - height) / 2)
  for (const [index, one] of sorted.entries()) {
    y += gap(index)
    one.y = y + one.height / 2
    y += one.height
  }
}

/** Names and objects are in line on their left side. */
function placesOf(graph: Picture): Layout {
  const found: Layout = { width: 0, height: 0, objects: new Map(), names: new Map(), ways: new Map() }
  const nodes = graph.nodes().filter(node => node !== 'root').map(node => ({ node, ...graph.node(node) as Required<NodeLabel> }))
  const columns = Map.groupBy(nodes, ({ rank }) => rank)
  const left = Math.min(...nodes.map(({ x, width }) => x - width / 2), Infinity) - margin
  const spans: [number, number][] = []
  for (const column of columns.values()) {
    const x = Math.min(...column.map(({ x, width }) => x - width / 2)) - left
    if (column.some(({ node }) => !node.startsWith('#'))) stack(column)
    spans.push([x, x + Math.max(...column.map(({ width }) => width))])
    for (const { node, y, width, height } of column) {
      const place = { x, y: y - height / 2 + 6, width, height }
      if (node.startsWith('#')) found.objects.set(Number(node.slice(1)), place)
      else found.names.set(node, place)
      found.width = Math.max(found.width, x + width + 22)
      found.height = Math.max(found.height, place.y + height + below)
    }
  }
  for (const edge of graph.edges()) {
    const points = graph.edge(edge).points?.slice(1, -1) ?? []
    if (points.length > 1) found.ways.set(wayKey(edge.v, edge.w), points.flatMap(({ x, y }) => past(spans, x - left).map(x => ({ x, y: y + 6 }))))
  }
  return found
}

/** Past a column of boxes an arrow goes straight, from its left side to its right one. */
function past(spans: [number, number][], x: number): number[] {
  return spans.find(([from, to]) => from <= x && x <= to) ?? [x]
}

export const wayKey = (from: string, to: string): string => `${from}>${to}`

/** What a frame is called above its names. */
export function frameTitle(frame: string): string {
  return frame === '<module>' ? 'module' : frame.startsWith('<') ? frame : `${frame}()`
}
