/** What is known of this build's memory: the objects that are searched, and the places found in them (`layout.ts` finds them). */

type Pair = [address: number, found: number]

/** What `Specimens.text` holds. */
export interface Known {
  words: Record<string, Pair[]> & { 'str.state': [address: number, kind: number, ascii: boolean][] }
  bytes: Record<string, [address: number, found: number[]][]>
  lists: { at: number, items: number[], room: number }[]
  dicts: { at: number, keys: number[], values: number[], logs: [size: number, indexBytes: number], kind: number }[]
  sets: { at: number, items: number[], mask: number }[]
  instances: { at: number, opened: number, dict: number, values: number[] }[]
  detached: number
  slotted: { at: number, values: [name: string, value: number][] }
  frames: { at: number, code: number, locals: [first: number, second: number] }[]
  spaces: { at: number, dict: number }[]
  kinds: Record<Kind, number>
  sizes: Pair[]
}

/** Types and objects that are known by their address. */
export type Kind = 'bool' | 'bytes' | 'dict' | 'float' | 'frozenset' | 'int' | 'list' | 'object' | 'set' | 'str' | 'tuple' | 'type' | 'BaseException'
  | 'ReferenceType' | 'None' | 'True' | 'cell' | 'frame' | 'function' | 'method' | 'module' | 'proxy' | 'callable proxy' | 'traceback'

/** Names of what is looked for. */
export const places = ['count', 'type', 'size', 'tuple.items', 'int.tag', 'int.digits', 'float.value', 'bytes.data', 'str.length', 'str.ascii', 'str.compact',
  'type.basic', 'type.item', 'type.flags', 'type.base', 'type.name', 'type.dict', 'function.globals', 'function.name', 'code.name', 'function.closure', 'function.defaults', 'function.keywords',
  'function.dict', 'cell.contents', 'method.function', 'method.self', 'reference.target', 'error.args', 'error.traceback', 'error.context',
  'error.cause', 'traceback.next', 'traceback.frame'] as const
export type Place = (typeof places)[number]

/** Offsets in bytes from an object's address. */
export interface Layout {
  at: Record<Place, number>
  /** In the word at `offset`: the bytes of a character from bit `kind`, and bit `ascii`. */
  state: { offset: number, kind: number, ascii: number }
  list: ListPlaces
  dict: DictPlaces
  set: SetPlaces
  instance: InstancePlaces
  frame: FramePlaces
  kinds: Record<Kind, number>
}

export interface ListPlaces {
  items: number
  /** How many items there is room for. */
  room: number
}

/** `used`, `keys` and `values` are of the dict, the rest of its keys: a table of indices, then the entries, of (hash, key, value) or (key, value). */
export interface DictPlaces {
  used: number
  keys: number
  values: number
  references: number
  logSize: number
  logIndexBytes: number
  kind: number
  entryCount: number
  /** How many more entries there is room for. */
  room: number
  indices: number
}

/** A table of (key, hash): empty where the key is 0, left empty where the hash is -1. */
export interface SetPlaces {
  mask: number
  table: number
}

/** Attributes lie behind the object while no dict is asked for, by the names that the class keeps; `dict` is in front of the object. */
export interface InstancePlaces {
  dict: number
  /** From the end of the object proper. */
  values: number
  /** From there too: a byte that is 1 while the values are in use. */
  valid: number
  /** In the class: the keys of all its instances. */
  cachedKeys: number
  /** In a row of the class's table of slots, the offset of the slot in the instance; and the bytes of a row. */
  slot: { offset: number, row: number }
}

/** `data` is of the frame object and leads to the rest; `names` is of its code. */
export interface FramePlaces {
  data: number
  code: number
  /** The dict that holds the variables; 0 in a function, whose variables have places of their own. */
  space: number
  variables: number
  names: number
}
