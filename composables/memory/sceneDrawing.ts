/** One scene as shapes at their places: frames, tags, boxes, arrows. */
import type { Scene, SceneObject } from '../../runtime/memory/objects/scene.ts'
import { frameTitle, nameKey, titleOf, wayKey, type Layout, type Place } from './sceneLayout.ts'
import { boxOf, headHeight, rowHeight, type Box } from './sceneShapes.ts'
import { arrowKey, reachable, type Changes } from './sceneWords.ts'

export interface DrawnBox extends Place {
  box: Box
  object: SceneObject
  /** What stands in the corner. */
  count: string
  state: 'same' | 'born' | 'counted' | 'dead'
  /** No name of the program leads to it, and it lives. */
  lost: boolean
}

export interface DrawnName extends Place {
  key: string
  name: string
  isNew: boolean
}

export interface Arrow {
  key: string
  path: string
  weak: boolean
  isNew: boolean
}

export interface Drawing {
  frames: (Place & { title: string, key: string, running: boolean })[]
  names: DrawnName[]
  boxes: DrawnBox[]
  arrows: Arrow[]
}

export function draw(scene: Scene, before: Scene | undefined, changes: Changes, layout: Layout, boxed: ReadonlySet<number>): Drawing {
  const boxes = [...boxesOf(scene), ...boxesOf(before).filter(({ object }) => changes.died.has(object.id)).map(box => ({ ...box, state: 'dead' as const, count: '0' }))]
  const drawing: Drawing = { frames: [], names: [], boxes, arrows: [] }
  scene.frames.forEach(({ name: frame, names }, depth) => {
    const tags = names.flatMap(({ name, to }) => {
      const place = layout.names.get(nameKey(depth, frame, name))
      if (!place) return []
      const isNew = changes.arrows.has(arrowKey(`${depth} ${frame}`, name, to))
      addArrow(nameKey(depth, frame, name), nameKey(depth, frame, name), place.x + place.width, place.y + place.height / 2, to, false, isNew)
      return [{ ...place, key: nameKey(depth, frame, name), name, isNew }]
    })
    drawing.names.push(...tags)
    const title = layout.names.get(titleOf(depth, frame))
    if (title && (tags.length > 0 || depth > 0)) drawing.frames.push({ ...around([title, ...tags]), key: title.y + frame, title: frameTitle(frame), running: depth === scene.frames.length - 1 })
  })
  for (const { box, object, x, y, width } of boxes.filter(({ state }) => state !== 'dead')) {
    box.rows.forEach((row, index) => {
      if (row.to === null) return
      const isNew = changes.arrows.has(arrowKey(object.id, object.references[index]!.label, row.to))
      addArrow(`${object.id} ${index}`, `#${object.id}`, x + width - 9, y + headHeight + (index + 0.5) * rowHeight, row.to, row.weak, isNew, object.id)
    })
  }
  return drawing

  function boxesOf(from: Scene | undefined): DrawnBox[] {
    if (!from) return []
    const objects = new Map(from.objects.map(object => [object.id, object]))
    const reached = reachable(from)
    return from.objects.filter(({ id }) => boxed.has(id)).flatMap((object) => {
      const place = layout.objects.get(object.id)
      if (!place) return []
      const box = boxOf(object, objects, boxed)
      const state = changes.born.has(object.id) ? 'born' : changes.counts.has(object.id) ? 'counted' : 'same'
      return [{ ...place, width: box.width, height: box.height, box, object, count: object.count === null ? '∞' : `${object.count}`, state, lost: !reached.has(object.id) } satisfies DrawnBox]
    })
  }

  function addArrow(key: string, source: string, x: number, y: number, to: number, weak: boolean, isNew: boolean, from?: number) {
    const target = boxes.find(({ object, state }) => object.id === to && state !== 'dead')
    if (!target) return
    const endY = Math.max(target.y + 8, Math.min(target.y + Math.min(target.height, headHeight) - 8, y))
    drawing.arrows.push({ key: `${key} ${to}`, path: curve(x, y, target.x - 2, endY, from === to ? target : null, layout.ways.get(wayKey(source, `#${to}`))), weak, isNew })
  }
}

function around(places: Place[]): Place {
  const x = Math.min(...places.map(place => place.x)) - 8
  const y = Math.min(...places.map(place => place.y)) - 5
  return { x, y, width: Math.max(...places.map(place => place.x + place.width)) + 8 - x, height: Math.max(...places.map(place => place.y + place.height)) + 7 - y }
}

/** Forward in a soft S; back to the left, or to the same box, in a loop below. */
function curve(x: number, y: number, endX: number, endY: number, itself: Place | null, way: { x: number, y: number }[] = []): string {
  if (itself || endX < x + 12) {
    const low = Math.max(y, itself ? itself.y + itself.height : y) + 16
    return `M ${x} ${y} C ${x + 44} ${y}, ${x + 44} ${low}, ${(x + endX) / 2} ${low} S ${endX - 34} ${endY}, ${endX} ${endY}`
  }
  let path = `M ${x} ${y}`
  let [fromX, fromY] = [x, y]
  for (const point of [...way.filter(point => point.x > x + 12 && point.x < endX - 12), { x: endX, y: endY }]) {
    const bend = (point.x - fromX) / 2
    path += ` C ${fromX + bend} ${fromY}, ${point.x - bend} ${point.y}, ${point.x} ${point.y}`;
    [fromX, fromY] = [point.x, point.y]
  }
  return path
}
