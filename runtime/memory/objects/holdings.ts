/** What is told of an object: the references that people can make sense of, each with a label. */
import type { Reference } from '../heap/contents.ts'
import { sceneLimits } from './sceneLimits.ts'
import { type Heap, type HeapObject, immortal } from '../heap/reader.ts'
import { namesIn, variablesOf } from '../heap/variables.ts'

/** A frame, or with `space` the dict of a module's names. */
export interface Root {
  address: number
  space: boolean
}

export interface FoundName {
  name: string
  to: number
  counted: boolean
}

export interface Found {
  object: HeapObject
  references: { label: string, to: number, weak: boolean }[]
  /** So many more are left out. */
  more: number
}

export interface Holdings {
  namesOf: (root: Root) => FoundName[]
  isShown: (address: number) => boolean
  read: (object: HeapObject) => Found
}

/** `space` is the dict of the program's own names. */
export function createHoldings(heap: Heap, space: number): Holdings {
  return { namesOf, isShown, read: readObject }

  function namesOf({ address, space }: Root): FoundName[] {
    const all = space ? namesIn(heap.words, heap.layout, address) : variablesOf(heap.words, heap.layout, address)
    return all.map(({ at, to, counted }) => ({ name: String(at), to, counted })).filter(({ name }) => !/^__.*__$/.test(name) && !name.startsWith('.'))
  }

  /** Left out are modules, and of functions and classes those of the library and those that hold nothing. */
  function isShown(address: number): boolean {
    const object = heap.object(address)
    if (!object) return false
    const { build, line, name } = object.type
    if (line.includes(heap.layout.kinds.module) || name === 'builtin_function_or_method') return false
    if (isClass(object)) return attributesOfClass(object).length > 0
    if (build !== 'function') return true
    return heap.words.word(address + heap.layout.at['function.globals']) === space && readObject(object).references.length > 0
  }

  function readObject(object: HeapObject): Found {
    const all = isClass(object) ? attributesOfClass(object) : isFrame(object) ? variablesOf(heap.words, heap.layout, object.address) : heap.contents(object, 1_000)
    const length = lengthOf(object, all.length)
    const flat = all.flatMap(reference => flatten(object, reference)).filter(({ to }) => isShown(to))
    return { object, references: flat.slice(0, sceneLimits.references), more: Math.max(0, flat.length - sceneLimits.references) + Math.max(0, length - all.length) }
  }

  function lengthOf({ type, address }: HeapObject, read: number): number {
    return type.build === 'list' || type.build === 'tuple' ? heap.words.word(address + heap.layout.at.size) : read
  }

  /** What only serves to hold (a closure's tuple, an instance's dict, a traceback) is passed over, where nothing else refers to it. */
  function flatten(holder: HeapObject, reference: Reference, label: string = labelOf(holder, reference)): Found['references'] {
    const { to, hold, at } = reference
    const weak = hold === 'weak'
    if (hold === 'key') return isPlain(to) ? [] : [{ label: 'a key', to, weak }]
    const object = hold === 'part' ? heap.object(to) : null
    if (!object) return [{ label, to, weak }]
    if (object.address === heap.layout.kinds.None) return []
    if (object.type.build === 'traceback') return tracebackFrames(object)
    const sharesValues = at === 'dict' && holder.type.build !== 'function' && heap.words.word(to + heap.layout.dict.values) !== 0
    if (sharesValues) return []
    const serves = ['closure', 'defaults', 'keyword defaults', 'dict', 'args'].includes(String(at)) && object.count === 1
    if (!serves) return object.count >= immortal ? [] : [{ label, to, weak }]
    return heap.contents(object, 100).flatMap(inner => flatten(object, inner, at === 'dict' || at === 'keyword defaults' ? undefined : label))
  }

  function tracebackFrames(first: HeapObject): Found['references'] {
    const found: Found['references'] = []
    for (let step: HeapObject | null = first; step && found.length < 20;) {
      const parts = heap.contents(step)
      const frame = parts.find(({ at }) => at === 'frame')
      if (step.count > 1) return [...found, { label: 'traceback', to: step.address, weak: false }]
      if (frame && !isModuleFrame(frame.to)) found.push({ label: 'traceback', to: frame.to, weak: false })
      const next = parts.find(({ at }) => at === 'next')
      step = next ? heap.object(next.to) : null
    }
    return found
  }

  function isFrame({ type }: HeapObject): boolean {
    return type.address === heap.layout.kinds.frame
  }

  function isModuleFrame(address: number): boolean {
    const { words, layout: { frame } } = heap
    return words.word(words.word(address + frame.data) + frame.space) !== 0
  }

  function isClass({ type }: HeapObject): boolean {
    return type.line.includes(heap.layout.kinds.type)
  }

  function attributesOfClass({ address, type }: HeapObject): Reference[] {
    const dict = heap.words.word(address + heap.layout.at['type.dict'])
    if (!type.line.includes(heap.layout.kinds.type) || dict === 0) return []
    const all = namesIn(heap.words, heap.layout, dict)
    const module = heap.object(all.find(({ at }) => at === '__module__')?.to ?? 0)
    if (!module || heap.value(module) !== '\'__main__\'') return []
    return all.filter(({ at, to }) => isKeeper(to) || (!String(at).startsWith('__') && !isOfClass(to)))
  }

  /** A method that holds something: its default values, a closure. */
  function isKeeper(address: number): boolean {
    return heap.object(address)?.type.build === 'function' && isShown(address)
  }

  /** What a class is made of, and not what it holds. */
  function isOfClass(address: number): boolean {
    const name = heap.object(address)?.type.name ?? 'function'
    return ['function', 'staticmethod', 'classmethod', 'property', 'member_descriptor', 'getset_descriptor', '_abc_data', 'type'].includes(name)
  }

  function isPlain(address: number): boolean {
    const object = heap.object(address)
    return !object || heap.value(object) !== null
  }

  function labelOf(holder: HeapObject, { hold, at, to }: Reference): string {
    if (hold === 'value') {
      const key = typeof at === 'number' ? heap.object(at) : null
      const text = key ? heap.value(key) ?? 'its value' : ''
      return holder.type.build === 'dict' ? text : `.${text.replaceAll('\'', '')}`
    }
    if (hold === 'attribute') return isFrame(holder) ? String(at) : `.${at}`
    if (hold === 'item') return at === '' ? '' : `${at}`
    return to === 0 ? '' : String(at)
  }
}
