/** What a look at the collector found, as scenes that follow each other. */
import type { CollectorFinding } from './findings.ts'

type Of<K extends CollectorFinding['kind']> = CollectorFinding & { kind: K }
export type Graph = Of<'steps'>
export type Collection = Of<'collection'> & {
  /** What it called, in order. */
  calls: Of<'call'>[]
}

/** One of the algorithm's four steps, 1 to 4, on one graph; or a collection that happened. */
export type Scene = { kind: 'step', step: 1 | 2 | 3 | 4, graph: Graph } | { kind: 'collection', collection: Collection, graph: Graph | null }

export interface CollectorStory {
  head: Of<'collector'> | null
  counts: Of<'counts'>[]
  collections: Collection[]
  scenes: Scene[]
  /** Later collections were not told. */
  blind: boolean
  /** Of later collections only those were told that found something. */
  few: boolean
  /** There was more than is told. */
  cut: boolean
}

export function collectorStory(findings: readonly CollectorFinding[]): CollectorStory {
  const story: CollectorStory = { head: null, counts: [], collections: [], scenes: [], blind: false, few: false, cut: false }
  let graph: Graph | null = null
  let calls: Of<'call'>[] = []
  for (const finding of findings) {
    if (finding.kind === 'collector') story.head = finding
    else if (finding.kind === 'blind') story.blind = true
    else if (finding.kind === 'few' || finding.kind === 'cut') story[finding.kind] = true
    else if (finding.kind === 'counts') story.counts.push(finding)
    else if (finding.kind === 'call') calls.push(finding)
    else if (finding.kind === 'steps') {
      graph = finding
      for (const step of [1, 2, 3, 4] as const) story.scenes.push({ kind: 'step', step, graph: finding })
    }
    else if (finding.kind === 'collection') {
      const collection = { ...finding, calls }
      calls = []
      story.collections.push(collection)
      story.scenes.push({ kind: 'collection', collection, graph: finding.why === 'asked' ? graph : null })
      graph = null
    }
  }
  return story
}

const thousands = new Intl.NumberFormat('en')

/** Microseconds as people say them. */
export function tookWords(microseconds: number): string {
  return microseconds < 1000 ? `${microseconds} µs` : `${Number((microseconds / 1000).toPrecision(2))} ms`
}

const reasons = { asked: 'asked for', automatic: 'automatic', engine: 'by the engine, beside threads' }

export function collectionWords({ why, line, collected, uncollectable, took, generation }: Collection): string {
  const where = line === 0 ? '' : ` at line ${line}`
  return `A collection, ${reasons[why]}${where}, generation ${generation}: ${thousands.format(collected)} collected`
    + `${uncollectable === 0 ? '' : `, ${thousands.format(uncollectable)} could not be`}; ${tookWords(took)}.`
}

/** What a graph's nodes are called: their name, else their type; numbered where several would be called the same. */
export function nodeNames({ nodes }: Graph): string[] {
  const plain = nodes.map(({ name, type }) => name ?? type)
  return plain.map((name, index) => plain.filter(other => other === name).length === 1 ? name : `${name} ${plain.slice(0, index + 1).filter(other => other === name).length}`)
}

/** So many names stand in a sentence. */
const mostNames = 7

export function sceneWords(scene: Scene): string {
  if (scene.kind === 'collection') {
    const { calls } = scene.collection
    const order = calls.slice(0, 4).map(({ name, finalizer }) => `${name}${finalizer ? ' (finalizer)' : ' (callback)'}`).join(', then ')
    return `${collectionWords(scene.collection)}${calls.length === 0 ? '' : ` It called ${order}${calls.length > 4 ? ' …' : ''}.`}`
  }
  const { graph: { nodes, more }, step } = scene
  const names = nodeNames(scene.graph)
  const of = (...fates: string[]) => {
    const all = names.filter((_, index) => fates.includes(nodes[index]!.fate))
    return all.length === 0 ? 'none' : all.length <= mostNames ? all.join(', ') : `${all.slice(0, mostNames - 1).join(', ')} and ${all.length - mostNames + 1} others`
  }
  const rest = more === 0 ? '' : ` Drawn are ${nodes.length} of ${thousands.format(nodes.length + more)} objects.`
  if (step === 1) return `1. Copy the counts: how many references there are to each object.${rest}`
  if (step === 2) return `2. Take off one for each arrow from within. Above 0, so held from outside: ${of('held')}.${rest}`
  if (step === 3) return `3. Follow the arrows from those: ${of('held', 'reached')} ${nodes.filter(({ fate }) => fate !== 'garbage').length === 1 ? 'lives' : 'live'}.${rest}`
  return `4. ${more === 0 ? 'The rest' : 'The rest of these'} is garbage: ${of('garbage')}.${rest}`
}

/** Where nodes are drawn: each group in a circle or an ellipse, the groups in rows; and how wide and high all is. */
export function placeNodes({ nodes, edges }: Graph, gap = 92, widest = 560): { places: [x: number, y: number][], width: number, height: number } {
  const groups: number[][] = []
  const seen = new Set<number>()
  for (let start = 0; start < nodes.length; start++) {
    if (seen.has(start)) continue
    const group: number[] = []
    const todo = [start]
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      group.push(node)
      // Along an arrow first, so that a ring is drawn as one.
      todo.push(...edges.filter(([, to]) => to === node).map(([from]) => from), ...edges.filter(([from]) => from === node).map(([, to]) => to))
    }
    groups.push(group)
  }
  const places: [number, number][] = []
  let [left, top, high, width] = [34, 0, 0, 0]
  for (const group of groups) {
    const round = group.length === 1 ? 0 : gap / 2 / Math.sin(Math.PI / group.length)
    // Few are on an ellipse, since a picture below code is not high.
    const isFlat = group.length > 2 && group.length < 7
    const [radius, rise] = isFlat ? [1.5 * round, 46] : [round, group.length > 2 ? round : 0]
    if (left > 34 && left + 2 * radius > widest) [left, top, high] = [34, top + high, 0]
    group.forEach((node, turn) => {
      const angle = Math.PI * (1 + 2 * turn / group.length)
      places[node] = [left + radius + radius * Math.cos(angle), top + 42 + rise - rise * Math.sin(angle)]
    })
    left += 2 * radius + gap
    high = Math.max(high, 84 + 2 * rise)
    width = Math.max(width, left - gap + 34)
  }
  return { places, width, height: top + high }
}
