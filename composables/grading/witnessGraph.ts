/** Lays out the objects of a witness: who holds whom, from left to right. */
import dagre from '@dagrejs/dagre'
import type { ObjectsWitness } from '../../runtime/grading/verdict.ts'

type Told = ObjectsWitness['objects'][number]

export interface PlacedObject extends Told {
  x: number
  y: number
  width: number
  height: number
  /** At most two lines: what it is, and how it shows. */
  lines: string[]
}

export interface PlacedReference {
  path: string
  label: string
  weak: boolean
  /** The middle of the label. */
  at: { x: number, y: number }
}

export interface WitnessDrawing {
  width: number
  height: number
  objects: PlacedObject[]
  references: PlacedReference[]
}

const height = 46
const letter = 7.6
const longest = 24

const short = (text: string) => text.length > longest ? `${text.slice(0, longest - 1)}…` : text

/** Places boxes and arrows, in pixels. */
export function drawWitness({ objects, references }: ObjectsWitness): WitnessDrawing {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 22, marginx: 8, marginy: 14 })
  const linesOf = ({ type, text }: Told) => text && text !== type && text !== `a ${type} object` && text !== `an ${type} object` ? [short(type), short(text)] : [short(type)]
  for (const object of objects) {
    const width = 24 + letter * Math.max(...linesOf(object).map(line => line.length), 4)
    graph.setNode(String(object.id), { width, height })
  }
  const known = new Set(objects.map(({ id }) => id))
  const drawn = references.filter(({ from, to }) => known.has(from) && known.has(to))
  drawn.forEach(({ from, to, label }, index) => graph.setEdge(String(from), String(to), { width: 10 + letter * short(label).length, height: 18, labelpos: 'c' }, String(index)))
  dagre.layout(graph)
  const size = graph.graph()
  return {
    width: Math.ceil(size.width ?? 0) || 1,
    height: Math.ceil(size.height ?? 0) || 1,
    objects: objects.map((object) => {
      const { x, y, width } = graph.node(String(object.id))
      return { ...object, x: x - width / 2, y: y - height / 2, width, height, lines: linesOf(object) }
    }),
    references: drawn.map(({ from, to, label, weak }, index) => {
      const edge = graph.edge(String(from), String(to), String(index))
      const points: { x: number, y: number }[] = edge.points
      return { path: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''), label: short(label), weak, at: { x: edge.x, y: edge.y } }
    }),
  }
}
