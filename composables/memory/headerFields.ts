/** The first bytes of an object decoded, word by word: Include/object.h and the type's own header file of CPython 3.14, 32 bits. */
import type { SceneHeader, SceneObject } from '../../runtime/memory/objects/scene.ts'

export interface HeaderField {
  /** Bytes from the object's address. */
  offset: number
  bytes: number[]
  name: string
  /** What the bytes say. */
  value: string
  /** It belongs to every object; the rest to the type. */
  common: boolean
}

interface Shape {
  name: string
  bytes: number
  read: (view: DataView, offset: number) => string
}

const wordBytes = 4
const number = (view: DataView, offset: number) => view.getInt32(offset, true).toLocaleString('en')
const pointer = (view: DataView, offset: number) => {
  const address = view.getUint32(offset, true)
  return address === 0 ? 'nowhere' : `address ${address.toLocaleString('en')}`
}
const word = (name: string, read: Shape['read'] = number): Shape => ({ name, bytes: wordBytes, read })
const digits = (view: DataView, offset: number) => `${view.getUint32(offset, true).toLocaleString('en')} × 2³⁰ to some power`
const tag = (view: DataView, offset: number) => {
  const value = view.getUint32(offset, true)
  return `${value >>> 3} digits, ${['positive', 'zero', 'negative'][value & 3] ?? '?'}`
}
const hash = (view: DataView, offset: number) => view.getInt32(offset, true) === -1 ? 'not computed yet' : number(view, offset)

/** What follows count and type. */
const shapes: Record<string, Shape[]> = {
  list: [word('length'), word('slots at', pointer), word('room for')],
  tuple: [word('length'), word('hash', hash), word('slot 0', pointer), word('slot 1', pointer), word('slot 2', pointer)],
  int: [word('size and sign', tag), word('digit 0', digits), word('digit 1', digits), word('digit 2', digits)],
  bool: [word('size and sign', tag), word('digit 0', digits)],
  float: [{ name: 'value', bytes: 8, read: (view, offset) => `${view.getFloat64(offset, true)}` }],
  str: [word('length'), word('hash', hash), word('state', () => 'width of a character, ASCII or not')],
  bytes: [word('length'), word('hash', hash)],
  dict: [word('entries'), word('(unused)', () => ''), word('watchers', () => 'who is told of changes'), word('', () => ''), word('keys at', pointer), word('values at', pointer)],
}

/** The fields of an object's head, and as many of its own as are told. */
export function headerFields({ bytes }: SceneHeader, object: SceneObject): HeaderField[] {
  const view = new DataView(Uint8Array.from(bytes).buffer)
  const all: (Shape & { common?: boolean })[] = [
    { ...word('count', (view, offset) => object.count === null ? `${number(view, offset)}: immortal, a mark` : number(view, offset)), common: true },
    { ...word('type', () => `address of the type ${object.type}`), common: true },
    ...shapes[object.type] ?? [],
  ]
  const fields: HeaderField[] = []
  for (let offset = 0, index = 0; offset < bytes.length; index++) {
    const shape: (typeof all)[number] = all[index] ?? word('', () => '')
    if (offset + shape.bytes > bytes.length) break
    fields.push({ offset, bytes: bytes.slice(offset, offset + shape.bytes), name: shape.name, value: shape.read(view, offset), common: shape.common ?? false })
    offset += shape.bytes
  }
  return fields
}

export function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}
