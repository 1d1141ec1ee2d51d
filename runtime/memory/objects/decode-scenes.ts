/** From the wire to scenes: each is checked once, here, and what is told by a number alone is put in its place. */
import type { Scene, SceneFrame, SceneObject, Scenes } from './scene.ts'

function fail(what: string, value: unknown): never {
  throw new Error(`${what}, not ${JSON.stringify(value)?.slice(0, 80)}`)
}
const whole = (value: unknown): number => Number.isInteger(value) ? value as number : fail('a whole number is needed', value)
const wholeOrNull = (value: unknown): number | null => value === null ? null : whole(value)
const text = (value: unknown): string => typeof value === 'string' ? value : fail('a text is needed', value)
const textOrNull = (value: unknown): string | null => value === null ? null : text(value)
const flag = (value: unknown): boolean => value === 0 || value === 1 ? value === 1 : fail('0 or 1 is needed', value)
const kind = (value: unknown): Scene['kind'] => value === 'line' || value === 'return' || value === 'over' ? value : fail('line, return or over is needed', value)
function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value as unknown[] : fail('an array is needed', value)
}

/** Reads what a stepped run told, all pieces together. Throws an Error with one sentence that says which piece cannot be read. */
export function decodeScenes(wire: unknown): Scenes {
  if (!Array.isArray(wire)) throw new Error('Scenes must be an array.')
  const told: Scenes = { scenes: [], cut: false, problem: null }
  const objects = new Map<number, SceneObject>()
  wire.forEach((item: unknown, index) => {
    try {
      add(told, objects, array(item))
    }
    catch (error) {
      throw new Error(`Scene ${index} cannot be read: ${(error as Error).message}.`, { cause: error })
    }
  })
  return told
}

function add(told: Scenes, objects: Map<number, SceneObject>, [what, ...rest]: unknown[]): void {
  if (what === 'cut') told.cut = true
  else if (what === 'problem') told.problem = text(rest[0])
  else if (what === 'scene') told.scenes.push(readScene(rest, told.scenes.at(-1)?.frames ?? [], objects))
  else fail('scene, cut or problem is needed', what)
}

function readScene([how, line, thread, frames, things, died, cut, header]: unknown[], before: SceneFrame[], objects: Map<number, SceneObject>): Scene {
  const isKnown = (thing: unknown): thing is number => typeof thing === 'number'
  return {
    kind: kind(how),
    line: whole(line) || null,
    thread: whole(thread),
    frames: array(frames).map(frame => isKnown(frame) ? before[frame] ?? fail('a frame of the scene before is needed', frame) : readFrame(array(frame))),
    objects: array(things).map((thing) => {
      if (isKnown(thing)) return objects.get(thing) ?? fail('an object that was told before is needed', thing)
      const object = readObject(array(thing))
      objects.set(object.id, object)
      return object
    }),
    died: array(died).map(whole),
    cut: flag(cut),
    header: header === 0 ? null : readHeader(array(header).map(whole)),
  }
}

function readHeader([object = 0, ...bytes]: number[]): Scene['header'] {
  return { object, bytes }
}

function readFrame([name, line, names]: unknown[]): SceneFrame {
  return {
    name: text(name),
    line: whole(line) || null,
    names: array(names).map(array).map(([name, to, counted]) => ({ name: text(name), to: whole(to), counted: flag(counted) })),
  }
}

function readObject([id, type, value, count, size, more, references]: unknown[]): SceneObject {
  return {
    id: whole(id),
    type: text(type),
    value: textOrNull(value),
    count: whole(count) < 0 ? null : whole(count),
    size: wholeOrNull(size),
    more: whole(more),
    references: array(references).map(array).map(([label, to, weak]) => ({ label: text(label), to: whole(to), weak: flag(weak) })),
  }
}
