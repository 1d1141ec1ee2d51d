/** What is shown of a heap: from the names of a program to objects, and on to what these hold, up to limits. */
import { createHoldings, type Found, type FoundName, type Root } from './holdings.ts'
import { type Heap, immortal } from '../heap/reader.ts'
import { sceneLimits } from './sceneLimits.ts'

export interface Graph {
  names: FoundName[][]
  objects: Map<number, Found>
  cut: boolean
}

/** Walks from the names of `roots`, then from `lost`: what was shown before, lives on, and may be reached from nowhere. `space` is the dict of the program's own names. */
export function walk(heap: Heap, roots: Root[], lost: number[], space: number): Graph {
  const objects = new Map<number, Found>()
  let cut = false
  const { namesOf, isShown, read } = createHoldings(heap, space)
  const names = roots.map(root => namesOf(root).filter(({ to }) => isShown(to)))
  follow(names.flat().map(({ to }) => to))
  if (!cut) follow(lost.filter(isLost))
  for (const found of objects.values()) {
    const told = found.references.filter(({ to }) => objects.has(to))
    found.more += found.references.length - told.length
    found.references = told
  }
  for (const list of names) list.splice(0, list.length, ...list.filter(({ to }) => objects.has(to)))
  return { names, objects, cut }

  function follow(roots: number[]) {
    let layer = roots
    for (let depth = 0; depth < sceneLimits.depth && layer.length > 0; depth++) {
      const next: number[] = []
      for (const address of layer) {
        const object = objects.has(address) ? null : heap.object(address)
        if (!object) continue
        if (objects.size >= sceneLimits.objects) cut = true
        if (cut) return
        const found = read(object)
        objects.set(address, found)
        next.push(...found.references.map(({ to }) => to))
      }
      layer = next
    }
    cut = layer.some(address => !objects.has(address))
  }

  /** Values live on in code, whatever the program does; only what can hold others is worth a place. */
  function isLost(address: number): boolean {
    const object = objects.has(address) ? null : heap.object(address)
    return object !== null && object.count < immortal && heap.value(object) === null
  }
}
