/** Scenes in words: who holds an object, and what a step has changed. */
import type { Scene, SceneObject, SceneReference } from '../../runtime/memory/objects/scene.ts'

/** What an object is called: its type and value, and the name that leads to it where one does. */
export function objectWords(object: SceneObject): string {
  return object.value === null ? object.type : `${object.type} ${object.value}`
}

interface Holder {
  words: string
  counted: boolean
  /** How many references it stands for. */
  times: number
}

const holdersKnown = new WeakMap<Scene, Map<number, Holder[]>>()

/** Who refers to an object, among what is told. */
export function holdersOf(scene: Scene, id: number): Holder[] {
  let all = holdersKnown.get(scene)
  if (!all) holdersKnown.set(scene, all = allHolders(scene))
  return all.get(id) ?? []
}

function allHolders({ frames, objects }: Scene): Map<number, Holder[]> {
  const all = new Map<number, Holder[]>()
  const add = (to: number, holder: Holder) => {
    const list = all.get(to)
    if (list) list.push(holder)
    else all.set(to, [holder])
  }
  for (const { name: frame, names } of frames) {
    for (const { name, to, counted } of names) add(to, { words: frame === '<module>' ? `name ${name}` : `name ${name} of ${frame}()`, counted, times: 1 })
  }
  for (const object of objects) {
    for (const [to, references] of Map.groupBy(object.references, ({ to }) => to)) for (const holder of heldBy(object, references)) add(to, holder)
  }
  return all
}

/** What an object holds of another; many slots are counted. */
function heldBy(object: SceneObject, references: SceneReference[]): Holder[] {
  const holder = objectWords(object)
  if (references.length > 3) return [{ words: `${references.length} in ${holder}`, counted: true, times: references.length }]
  return references.map(({ label, weak }) => ({ words: weak ? `${holder} (weak)` : `${label === '' ? 'an element' : label} of ${holder}`, counted: !weak, times: 1 }))
}

/** The count of an object explained: its holders one by one, and how many there are besides. */
export function countWords(scene: Scene, object: SceneObject): string {
  const holders = holdersOf(scene, object.id)
  const listed = holders.map(({ words, counted }) => counted || words.endsWith('(weak)') ? words : `${words} (borrowed)`).join(', ')
  if (object.count === null) return `${objectWords(object)}: immortal, nobody counts it. ${listed}`.trim()
  const counted = holders.reduce((sum, { counted, times }) => sum + (counted ? times : 0), 0)
  const others = object.count - counted
  const rest = others > 0 ? `${others} ${others === 1 ? 'holder' : 'holders'} not shown` : ''
  const all = [listed, rest].filter(Boolean).join(', ')
  return `${objectWords(object)}: ${object.count} ${object.count === 1 ? 'reference' : 'references'}${all ? `: ${all}` : ''}${object.size === null ? '' : ` · ${object.size} bytes`}`
}

export interface Changes {
  /** Objects that are new in the scene. */
  born: Set<number>
  /** Objects whose count is another, and by how much. */
  counts: Map<number, number>
  /** Objects of the scene before that are dead now. */
  died: Set<number>
  /** Names and references that were not there before, as `name key` and `id label to`. */
  arrows: Set<string>
}

export const arrowKey = (from: string | number, label: string, to: number): string => `${from} ${label} ${to}`

/** All arrows of a scene: of names by depth and frame, of objects by number. */
function arrowsOf({ frames, objects }: Scene): string[] {
  return [
    ...frames.flatMap(({ name: frame, names }, depth) => names.map(({ name, to }) => arrowKey(`${depth} ${frame}`, name, to))),
    ...objects.flatMap(({ id, references }) => references.map(({ label, to }) => arrowKey(id, label, to))),
  ]
}

export function changesOf(before: Scene | undefined, scene: Scene): Changes {
  const old = new Map(before?.objects.map(object => [object.id, object]))
  const arrows = new Set(before && arrowsOf(before))
  const counts = new Map<number, number>()
  for (const { id, count } of scene.objects) {
    const known = old.get(id)
    if (known && known.count !== null && count !== null && known.count !== count) counts.set(id, count - known.count)
  }
  return {
    born: new Set(scene.objects.filter(({ id }) => !old.has(id)).map(({ id }) => id)),
    counts,
    died: new Set(scene.died.filter(id => old.has(id))),
    arrows: new Set(arrowsOf(scene).filter(arrow => !arrows.has(arrow))),
  }
}

/** Where a scene stands: what has run, what is next. */
export function sceneWords(before: Scene | undefined, scene: Scene): string {
  if (scene.kind === 'over') return scene.line === null ? 'The program is over.' : `The program ended with an exception at line ${scene.line}.`
  if (scene.kind === 'return') return `${scene.frames.at(-1)?.name ?? 'The function'}() is about to return from line ${scene.line}.`
  return before?.line ? `Line ${before.line} has run, line ${scene.line} is next.` : `Line ${scene.line} is next.`
}

/** What a step has changed, in one line. */
export function changeWords(before: Scene | undefined, scene: Scene, changes: Changes): string {
  const name = (id: number) => {
    const leads = scene.frames.flatMap(({ names }) => names).find(({ to }) => to === id)?.name
    const object = scene.objects.find(one => one.id === id) ?? before?.objects.find(one => one.id === id)
    return leads ?? (object ? objectWords(object) : 'an object')
  }
  const counts = Array.from(changes.counts, ([id, by]) => `${name(id)} ${by > 0 ? `+${by}` : `−${-by}`}`)
  const died = Array.from(changes.died, id => `${name(id)} freed`)
  return [...counts, ...died].slice(0, 6).join(', ')
}

/** How many objects live on though no name leads to them. */
export function lostWords(scene: Scene): string {
  const reached = reachable(scene)
  const lost = scene.objects.filter(({ id, value }) => value === null && !reached.has(id)).length
  return lost === 0 ? '' : `No name leads to ${lost === 1 ? 'the box with the dotted frame' : `the ${lost} boxes with dotted frames`}.`
}

/** Objects that a strong path from a name leads to. */
export function reachable({ frames, objects }: Scene): Set<number> {
  const byId = new Map(objects.map(object => [object.id, object]))
  const found = new Set<number>()
  const left = frames.flatMap(({ names }) => names.map(({ to }) => to))
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const { to, weak } of byId.get(id)?.references ?? []) if (!weak) left.push(to)
  }
  return found
}

/** Which names of the innermost frame do not count, where there are any. */
export function borrowedWords({ frames, objects }: Scene): string {
  const mortal = new Set(objects.filter(({ count }) => count !== null).map(({ id }) => id))
  const names = frames.at(-1)?.names.filter(({ to, counted }) => !counted && mortal.has(to)).map(({ name }) => name) ?? []
  return names.length === 0 ? '' : `Borrowed from the caller, not counted: ${names.join(', ')}.`
}
