/** What is drawn of scenes: boxes with rows for objects, tags for names. Measures are in CSS pixels of a picture at its own size. */
import type { Scene, SceneObject } from '../../runtime/memory/objects/scene.ts'

export const rowHeight = 19
export const headHeight = 25
export const tagHeight = 25

export interface Row {
  label: string
  /** What is written instead of an arrow. */
  text: string | null
  to: number | null
  weak: boolean
}

export interface Box {
  id: number
  title: string
  rows: Row[]
  width: number
  height: number
}

/** Objects that have boxes of their own in some scene; other values are written where they are held. */
export function boxedObjects(scenes: readonly Scene[]): Set<number> {
  const boxed = new Set<number>()
  for (const { frames, objects } of scenes) {
    for (const { names } of frames) for (const { to } of names) boxed.add(to)
    const holders = new Map<number, number>()
    for (const { references } of objects) for (const { to } of references) holders.set(to, (holders.get(to) ?? 0) + 1)
    for (const { id, value, count } of objects) {
      if (value === null || (count !== null && (holders.get(id) ?? 0) > 1)) boxed.add(id)
    }
  }
  return boxed
}

const monoWidth = 9
const sansWidth = 7.7
const padding = 10
/** Of the badge with the count, which sits on the corner. */
const badgeWidth = 26
const longestRow = 18

/** The box of an object, with the objects of its scene. */
export function boxOf(object: SceneObject, objects: ReadonlyMap<number, SceneObject>, boxed: ReadonlySet<number>): Box {
  const rows = object.references.map(({ label, to, weak }): Row => {
    const held = objects.get(to)
    return boxed.has(to) || !held ? { label, text: null, to, weak } : { label, text: shortened(held.value ?? held.type), to: null, weak }
  })
  if (object.more > 0) rows.push({ label: `${object.more.toLocaleString('en')} more`, text: '', to: null, weak: false })
  const title = object.value === null ? object.type : shortened(object.value)
  const wide = Math.max(title.length * (object.value === null ? sansWidth : monoWidth) + badgeWidth, ...rows.map(row => rowText(row).length * monoWidth + (row.to === null ? 0 : 16)))
  return { id: object.id, title, rows, width: Math.max(58, Math.round(wide) + 2 * padding - 2), height: headHeight + rows.length * rowHeight + (rows.length > 0 ? 5 : 0) }
}

function shortened(text: string): string {
  return text.length > longestRow ? `${text.slice(0, longestRow - 1)}…` : text
}

/** A row as it is written, without its arrow. */
export function rowText({ label, text }: Row): string {
  const short = shortened(label)
  return text === null || text === '' ? short : short === '' ? text : `${short}: ${text}`
}

export function tagWidth(name: string): number {
  return Math.round(name.length * 9.1) + 20
}
