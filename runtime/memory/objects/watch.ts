/** Follows a program's objects from scene to scene: gives each a number, and sees it die. */
import type { PyodideAPI } from 'pyodide'
import type { Scene, WireFrame, WireObject, WireScene } from './scene.ts'
import { calledOf } from './called.ts'
import { walk, type Graph } from './graph.ts'
import type { Root } from './holdings.ts'
import { sceneLimits } from './sceneLimits.ts'
import { immortal, type Heap } from '../heap/reader.ts'
import { wordBytes } from '../layout/memoryWords.ts'

export interface Moment {
  kind: Scene['kind']
  line: number
  thread: number
  /** From the module to the innermost function. */
  frames: { root: Root, name: string, line: number }[]
}

export interface Watch {
  /** Tells the state of the heap; false when no more is wanted. */
  see: (moment: Moment) => boolean
  /** Stops watching objects die. */
  end: () => void
}

/** Of an object's first bytes. */
const mostBytes = 32

/** What a scene's drawing and its counts go by; two that are the same but for counts differ by what is on its way only. */
interface Told {
  frames: string[]
  objects: Map<number, string>
  shape: string
}

/** Tells scenes to `tell`. `space` is the dict of the program's names; `header` the name whose object's first bytes are told. */
export function watch(pyodide: PyodideAPI, heap: Heap, space: number, header: string | null, tell: (scene: WireScene) => void): Watch {
  const numbers = new Map<number, number>()
  let count = 0
  let before: Told = { frames: [], objects: new Map(), shape: '' }
  let shown: number[] = []
  let died: number[] = []
  let left: number = sceneLimits.scenes
  const stop = onDeath(pyodide, (address) => {
    const number = numbers.get(address)
    if (number === undefined) return
    numbers.delete(address)
    died.push(number)
  })

  function numberOf(address: number): number {
    let number = numbers.get(address)
    if (number === undefined) numbers.set(address, number = ++count)
    return number
  }

  function describe(graph: Graph): [address: number, object: WireObject][] {
    return Array.from(graph.objects, ([address, { object, references, more }]) => [address, [
      numberOf(address), calledOf(heap, object), heap.value(object), object.count >= immortal ? -1 : object.count, heap.size(object), more,
      references.map(({ label, to, weak }) => [label, numberOf(to), weak ? 1 : 0])]])
  }

  function see({ kind, line, thread, frames }: Moment): boolean {
    heap.forget()
    const graph = walk(heap, frames.map(({ root }) => root), shown.filter(address => numbers.has(address)), space)
    const wireFrames: WireFrame[] = frames.map(({ name, line }, index) =>
      [name, line, graph.names[index]!.map(({ name, to, counted }) => [name, numberOf(to), counted ? 1 : 0])])
    const described = describe(graph)
    const shape = JSON.stringify([wireFrames.map(([name, , names]) => [name, names]), described.map(([, [id, , value, , , , held]]) => [id, value, held]), died])
    if (kind === 'return' && shape === before.shape) return true
    if (left-- === 0) {
      tell(['cut'])
      return false
    }
    const texts = wireFrames.map(frame => JSON.stringify(frame))
    const objects = new Map(described.map(([, object]) => [object[0], JSON.stringify(object)]))
    tell(['scene', kind, line, thread,
      wireFrames.map((frame, index) => before.frames[index] === texts[index] ? index : frame),
      described.map(([, object]) => before.objects.get(object[0]) === objects.get(object[0]) ? object[0] : object),
      died, graph.cut ? 1 : 0, headerOf(graph)])
    before = { frames: texts, objects, shape }
    shown = described.map(([address]) => address)
    died = []
    return true
  }

  /** The innermost object of that name: its head, and as much of the rest as its type says that each of its objects has. */
  function headerOf(graph: Graph): [number, ...number[]] | 0 {
    if (header === null) return 0
    const found = graph.names.flat().findLast(({ name }) => name === header)
    const object = found && graph.objects.get(found.to)?.object
    if (!object) return 0
    const { basic, before, item } = object.type
    const length = Math.min(item === 0 ? basic : (heap.size(object) ?? basic) - before, mostBytes)
    return [numberOf(object.address), ...heap.words.bytes(object.address, Math.ceil(length / wordBytes) * wordBytes)]
  }

  return { see, end: stop }
}

interface Natives {
  addFunction: (call: (...words: number[]) => number, signature: string) => number
  removeFunction: (index: number) => void
  _PyRefTracer_SetTracer: (tracer: number, data: number) => number
}

const destroyed = 1

/** Calls `died` with the address of each object that CPython is about to free (`PyRefTracer_SetTracer`); returns what ends it. */
function onDeath(pyodide: PyodideAPI, died: (address: number) => void): () => void {
  const natives = (pyodide as unknown as { _module: Natives })._module
  const tracer = natives.addFunction((object, event) => {
    if (event === destroyed) died(object! >>> 0)
    return 0
  }, 'iiii')
  natives._PyRefTracer_SetTracer(tracer, 0)
  return () => {
    natives._PyRefTracer_SetTracer(0, 0)
    natives.removeFunction(tracer)
  }
}
