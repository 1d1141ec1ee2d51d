/** What a stepped run tells: at each line, which names there are, to which objects they lead, and what these objects hold. */

/** A name of a frame, and the object it stands for. */
export interface SceneName {
  name: string
  to: number
  /** The reference is counted; otherwise the frame borrows that of its caller. */
  counted: boolean
}

export interface SceneFrame {
  /** The function's name; of the module's names `<module>`. */
  name: string
  /** The line that it is at, counted from 1; null where it is over. */
  line: number | null
  names: SceneName[]
}

/** What an object refers to. */
export interface SceneReference {
  /** In words: an index, a key, an attribute. */
  label: string
  to: number
  /** It does not count. */
  weak: boolean
}

export interface SceneObject {
  /** A number of its own, in the order of first appearance; no other object ever has it. */
  id: number
  type: string
  /** Of a number, a text, bytes, `None`: the value as Python shows it, cut. */
  value: string | null
  /** References to it, as its header says; null where it is immortal. */
  count: number | null
  /** Bytes, as `sys.getsizeof` says; null where that is not known. */
  size: number | null
  references: SceneReference[]
  /** So many references are not told. */
  more: number
}

/** The state just before a line runs, or just before a function returns, or when the program is over. */
export interface Scene {
  kind: 'line' | 'return' | 'over'
  /** The line that is next, or that returned or ended the program; null for none. */
  line: number | null
  /** The thread; 1 is the main one. */
  thread: number
  /** From the module to the innermost function. */
  frames: SceneFrame[]
  /** In the order in which they were found, from the names on. */
  objects: SceneObject[]
  /** Objects of the scene before that have died since. */
  died: number[]
  /** More objects can be reached than are told. */
  cut: boolean
  /** Of the object that was asked for: its name, where it is, its first bytes. */
  header: SceneHeader | null
}

/** The first bytes of one object. */
export interface SceneHeader {
  object: number
  /** Whole words, as they lie in memory. */
  bytes: number[]
}

export interface Scenes {
  scenes: Scene[]
  /** There were more than are kept. */
  cut: boolean
  /** Why nothing is told, in one sentence. */
  problem: string | null
}

/** An object: `[id, type, value, count (-1: immortal), size, more, [label, to, weak][]]`. */
export type WireObject = [number, string, string | null, number, number | null, number, [string, number, number][]]

/** A frame: `[name, line, [name, to, counted][]]`. */
export type WireFrame = [string, number, [string, number, number][]]

/**
 * A scene as it crosses borders and is recorded: frames and objects that are as in the scene before are told by their place or number alone.
 * `["scene", kind, line, thread, frames, objects, died, cut, header]`, or `["cut"]`, or `["problem", sentence]`; runtime/memory/objects/decode-scenes.ts reads it.
 */
export type WireScene =
  | ['scene', Scene['kind'], number, number, (WireFrame | number)[], (WireObject | number)[], number[], 0 | 1, [number, ...number[]] | 0]
  | ['cut']
  | ['problem', string]

/** A scene without what differs from build to build: of a header's bytes it keeps the count, and how many there are. */
export function withoutAddresses(scene: WireScene): WireScene {
  if (scene[0] !== 'scene' || scene[8] === 0) return scene
  const [object, ...bytes] = scene[8]
  return [...scene.slice(0, 8), [object, ...bytes.slice(0, 4), bytes.length]] as unknown as WireScene
}
