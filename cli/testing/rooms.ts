/**
 * The rooms of the house: what each lets in and where it may go. A floor is a folder below which each folder is a room; loose files
 * are its ground. A room opens with two lines, which are the rule that the tests hold:
 *
 *     One worker, from within.
 *     Doors: `slot.ts`, `worker.ts`. Imports: `border`, `memory`.
 *
 * Others import only its doors (`all`: any file); it imports only the rooms named, all of them further right in `order`, and the ground.
 * In Python they are the docstring of `__init__.py`, elsewhere `README.md`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { root } from '../root.ts'
import type { Imports } from './readImports.ts'

/** The subjects, the same on every floor, and behind them what each floor stands on: a room imports only further right. */
export const order = [
  'testing', 'deck', 'grading', 'recordings', 'run', 'processes', 'worker', 'border', 'schedules', 'memory', 'trace',
  'figures', 'code', 'pymalloc', 'system', 'switching', 'threads', 'disguise', 'boot', 'storage', 'parts',
]

/** `above` are loose files that stand above the rooms: what is started, as against the ground. */
export const floors: { folder: string, above: RegExp | null }[] = [
  { folder: 'components', above: null },
  { folder: 'composables', above: null },
  { folder: 'runtime', above: null },
  { folder: 'cli', above: /^(?!root\.ts|readDeck\.ts)/ },
  { folder: 'python/lab', above: /^engine\.py$/ },
]

/** Files in one folder, at most. */
export const most = 13

export interface Room {
  /** From the project's root. */
  folder: string
  /** What it is, in a line. */
  is: string
  /** Paths below its folder; null where every file is one. */
  doors: string[] | null
  /** Names of rooms of the same floor. */
  imports: string[]
}

/** Reads all rooms. Throws an Error with one sentence where a room does not open with its two lines. */
export function readRooms(): Room[] {
  return floors.flatMap(({ folder }) => globSync(`${folder}/*/`, { cwd: root }).map(path => path.replaceAll('\\', '/').replace(/\/$/, '')).sort())
    .filter(folder => !folder.endsWith('__pycache__')).map((folder) => {
      const file = join(folder, folder.startsWith('python') ? '__init__.py' : 'README.md')
      return readRoom(folder, file, existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
    })
}

/** The room that these two lines open. */
export function readRoom(folder: string, file: string, text: string): Room {
  const [, is, doors, imports] = /^(?:""")?(\S.*)\n+Doors: ([^]*?)\.\s+Imports: ([^]*?)\.\n/.exec(text) ?? []
  if (!is) throw new Error(`${file} must open with two lines, «what the room is» and «Doors: \`a.ts\`. Imports: \`trace\`.»: see cli/testing/rooms.ts.`)
  const names = (list: string) => [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
  return { folder, is, doors: doors === 'all' ? null : names(doors!), imports: names(imports!) }
}

interface Place {
  floor: string
  /** Null: a loose file. */
  room: string | null
  above: boolean
}

/** Where a file lies; null where it is on no floor. */
export function placeOf(file: string): Place | null {
  const floor = floors.find(({ folder }) => file.startsWith(`${folder}/`))
  if (!floor) return null
  const [first, ...rest] = file.slice(floor.folder.length + 1).split('/')
  return { floor: floor.folder, room: rest.length ? first! : null, above: rest.length === 0 && (floor.above?.test(first!) ?? false) }
}

/** All that is against the rules, a sentence each with what to do; tests, benches and loose scripts may import what they like. */
export function faultsOf(imports: Imports, rooms: Room[]): string[] {
  const byFolder = new Map(rooms.map(room => [room.folder, room]))
  const used = new Set<string>()
  const faults = rooms.flatMap(({ folder, imports }) => {
    const name = folder.slice(folder.lastIndexOf('/') + 1)
    if (!order.includes(name)) return [`${folder} has a name that no other floor has: use one of ${order.join(', ')}, or add it to the order in cli/testing/rooms.ts.`]
    return imports.filter(other => order.indexOf(other) <= order.indexOf(name)).map(other => `${folder} says that it imports ${other}, which does not lie further right in the order: let the one who uses both hand it in, or move the file.`)
  })
  for (const [file, others] of imports) {
    const from = placeOf(file)
    if (!from && !/^(setup|layouts|pages|slides|[\w-]+\.vue)/.test(file)) continue
    for (const other of others) {
      const to = placeOf(other)
      if (!to || (from?.floor === to.floor && from.room === to.room)) continue
      const arrow = `${file} imports ${other}`
      if (from?.floor === to.floor && !from.above) {
        if (to.above) faults.push(`${arrow}, which stands above the rooms: move what both need into a file of its own.`)
        if (to.room === null) continue
        if (from.room === null) faults.push(`${arrow}: loose files are the ground, on which the rooms stand. Move it into a room, or what it needs out of one.`)
        else if (!byFolder.get(`${from.floor}/${from.room}`)!.imports.includes(to.room)) faults.push(`${arrow}, and ${from.room} does not import ${to.room}. Where that is right (it lies further right), say so in its first lines; else let the one who uses both hand it in.`)
        used.add(`${from.floor}/${from.room} ${to.room}`)
      }
      if (to.room === null) continue
      const room = byFolder.get(`${to.floor}/${to.room}`)!
      const door = other.slice(room.folder.length + 1)
      if (room.doors && !room.doors.includes(door)) faults.push(`${arrow}, which is no door of ${room.folder} (${room.doors.join(', ')}): import one of these, or make it a door in its first lines.`)
      used.add(`${room.folder} ${door}`)
    }
  }
  for (const { folder, doors, imports } of rooms) {
    for (const name of [...doors ?? [], ...imports]) if (!used.has(`${folder} ${name}`)) faults.push(`${folder} names ${name} in its first lines, which nobody uses any more: take it off.`)
  }
  return faults
}
