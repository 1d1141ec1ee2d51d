/** The heap under X-ray against what Python itself says of the same objects. */
import { readFileSync } from 'node:fs'
import type { PyodideAPI } from 'pyodide'
import type { PyProxy } from 'pyodide/ffi'
import { beforeAll, describe, expect, test } from 'vitest'
import { openHeap, type Heap, type HeapObject, type Reference } from '../../../runtime/memory/heap/openHeap.ts'
import { memoryOf } from '../../../runtime/boot/interpreterMemory.ts'
import { openInterpreter } from '../interpreter.ts'

type Row = [address: number, references: number, size: number, type: string, referents: number[]]
type Keeper = PyProxy & { text: string }

let pyodide: PyodideAPI
let heap: Heap
const keep = (name: string, count: number) => (pyodide.globals.get(name) as (count: number) => Keeper)(count)
const see = (address: number): HeapObject => heap.object(address)!

beforeAll(async () => {
  pyodide = await openInterpreter()
  pyodide.runPython(readFileSync(new URL('heap.py', import.meta.url), 'utf8'))
  const opened = openHeap(pyodide)
  if ('problem' in opened) throw new Error(opened.problem)
  heap = opened.heap
})

/**
 * What the collector is told of an object: its class too, but not the texts that are keys where all keys are texts,
 * nor the dict that an instance shares its attributes with.
 */
function referents(object: HeapObject): number[] {
  const { type, address } = object
  const all = heap.contents(object)
  const texts = all.filter(({ hold }) => hold === 'key').every(({ to }) => see(to).type.build === 'str' && see(to).type.exact)
  const shares = type.hasInlineValues && heap.words.byte(address + type.basic + heap.layout.instance.valid) === 1
  const untold = (reference: Reference) => reference.hold === 'weak' || (reference.hold === 'key' && texts) || (reference.hold === 'part' && shares)
  const held = all.filter(reference => !untold(reference)).map(({ to }) => to)
  return (type.heap ? [...held, type.address] : held).sort((one, other) => one - other)
}

describe('ten thousand objects', () => {
  let rows: Row[]
  let values: [address: number, text: string][]
  beforeAll(() => {
    [rows, values] = JSON.parse(keep('Many', 10_000).text) as [Row[], typeof values]
  })

  test('have the counts, types and sizes that Python gives', () => {
    expect(rows).toHaveLength(10_000)
    const read = rows.map(([address]) => see(address)).map(object => [object.address, object.count, heap.size(object), object.type.name])
    expect(read).toEqual(rows.map(row => row.slice(0, 4)))
  })

  test('refer to what the collector is told', () => {
    // Functions, exceptions and tracebacks refer to more: their module's names, their code, frames.
    const part = new Set(['function', 'error', 'traceback', 'reference', 'cell', 'method'])
    let whole = 0
    for (const [address, , , , told] of rows) {
      const object = see(address)
      if (!part.has(object.type.build!)) {
        expect([address, object.type.name, referents(object)]).toEqual([address, object.type.name, told])
        whole++
      }
      else for (const { to, hold } of heap.contents(object)) if (hold !== 'weak') expect(told).toContain(to)
    }
    expect(whole).toBeGreaterThan(7000)
  })

  test('have the values that Python prints', () => {
    const short = values.filter(([, text]) => text.length < 38)
    expect(short.length).toBeGreaterThan(1000)
    expect(short.map(([address]) => [address, heap.value(see(address))])).toEqual(short)
    for (const [address] of values) expect(heap.value(see(address))!.length).toBeLessThanOrEqual(80)
  })
})

test('ten thousand random graphs have the counts that they were made with', () => {
  const known = JSON.parse(keep('Graphs', 10_000).text) as [number, number][]
  expect(known.length).toBeGreaterThan(30_000)
  expect(known.filter(([address, count]) => see(address).count !== count)).toEqual([])
})

test('reading takes no reference and calls nothing', () => {
  const at = pyodide.runPython(`
class Loud:
    def __repr__(self): raise SystemExit
    __eq__ = __hash__ = __sizeof__ = __str__ = __getattribute__ = __repr__
loud = Loud()
id(loud)`) as number
  const before = see(at).count
  for (let time = 0; time < 100; time++) expect([heap.value(see(at)), heap.size(see(at)), heap.contents(see(at))]).toEqual([null, null, []])
  expect(see(at).count).toBe(before)
  expect(pyodide.runPython('import sys; sys.getrefcount(loud)')).toBe(before + 1)
})

test('where there is no object it says so', () => {
  expect([0, 3, 2 ** 31, -8].map(heap.object)).toEqual([null, null, null, null])
})

test('a build that keeps things elsewhere is refused, by a sentence that names what was not found', () => {
  const { HEAPU32, HEAPU8, HEAP32 } = memoryOf(pyodide)
  const other = new Proxy(HEAPU32, { get: (words, index) => words[Number(index)] === 1001 ? 0 : words[Number(index)] })
  const strange = { pyimport: pyodide.pyimport, _module: { HEAPU32: other, HEAPU8, HEAP32 } } as unknown as PyodideAPI
  expect(openHeap(strange)).toEqual({ problem: expect.stringMatching(/^This build of Python does not keep count where it can be found\./) as string })
})
