/** What the views of memory are made of: values as Python shows them, places, holders, changes. */
import { describe, expect, test } from 'vitest'
import { headerFields } from '../../../composables/memory/headerFields.ts'
import { draw } from '../../../composables/memory/sceneDrawing.ts'
import { layoutScenes, type Place } from '../../../composables/memory/sceneLayout.ts'
import { boxedObjects } from '../../../composables/memory/sceneShapes.ts'
import { borrowedWords, changesOf, changeWords, countWords, lostWords } from '../../../composables/memory/sceneWords.ts'
import { bytesText, cut, floatText, intText, strText } from '../../../runtime/memory/heap/text.ts'
import type { Scene, SceneObject } from '../../../runtime/memory/objects/scene.ts'

function object(id: number, count: number | null, to: number[] = [], more: Partial<SceneObject> = {}): SceneObject {
  return { id, type: 'list', value: null, count, size: 32, references: to.map((to, index) => ({ label: `${index}`, to, weak: false })), more: 0, ...more }
}
function scene(names: Record<string, number>, objects: SceneObject[], more: Partial<Scene> = {}): Scene {
  const frame = { name: '<module>', line: 1, names: Object.entries(names).map(([name, to]) => ({ name, to, counted: true })) }
  return { kind: 'line', line: 1, thread: 1, frames: [frame], objects, died: [], cut: false, header: null, ...more }
}

describe('values are written as Python writes them', () => {
  test('numbers', () => {
    expect([1, -0, 0.1, 1e15, 1e16, 1.5e-5, 1e300, Infinity, -Infinity, NaN].map(floatText))
      .toEqual(['1.0', '-0.0', '0.1', '1000000000000000.0', '1e+16', '1.5e-05', '1e+300', 'inf', '-inf', 'nan'])
    expect([intText([], false), intText([5], true), intText([0, 1], false)]).toEqual(['0', '-5', '1073741824'])
  })

  test('texts, with what cannot be seen escaped, cut by characters and not inside one', () => {
    expect(['it\'s', '"it\'s"', 'a\n\\', '\x7f\u200b', 'é🐍 x'].map(strText)).toEqual(['"it\'s"', '\'"it\\\'s"\'', '\'a\\n\\\\\'', '\'\\x7f\\u200b\'', '\'é🐍 x\''])
    expect(bytesText([97, 0, 255, 39])).toBe('b"a\\x00\\xff\'"')
    expect(cut('🐍'.repeat(50))).toBe(`${'🐍'.repeat(39)}…`)
  })
})

describe('places', () => {
  const scenes = [
    scene({ a: 1 }, [object(1, 1, [2]), object(2, 1)]),
    scene({ a: 1, b: 3 }, [object(1, 1, [2]), object(2, 2), object(3, 1, [2, 2])]),
    scene({ b: 3 }, [object(3, 1, [2, 2]), object(2, 2)], { died: [1] }),
  ]
  const overlap = (one: Place, other: Place) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

  test('are the same in all scenes, and no box covers another or is outside', () => {
    const layoutAt = layoutScenes(scenes)
    const layout = layoutAt(0)
    expect(layoutAt(2)).toBe(layout)
    const all = [...layout.objects.values(), ...layout.names.values()]
    expect(all).toHaveLength(3 + 3)
    for (const [index, one] of all.entries()) {
      expect([one.x >= 0, one.y >= 0, one.x + one.width <= layout.width, one.y + one.height <= layout.height]).toEqual([true, true, true, true])
      for (const other of all.slice(index + 1)) expect(overlap(one, other)).toBe(false)
    }
  })

  test('names stand below each other in the order in which they came', () => {
    const many = Object.fromEntries('fedcba'.split('').map((name, index) => [name, index + 1]))
    const layout = layoutScenes([scene(many, Object.values(many).map(id => object(id, 1)))])(0)
    const tops = ['', ...'fedcba'].map(name => layout.names.get(`0 <module> ${name}`)!.y)
    expect(tops).toEqual([...tops].sort((one, other) => one - other))
  })

  test('of many objects are found anew for each scene, the dead of the scene before among them', () => {
    const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => object(from + index, 1))
    const layoutAt = layoutScenes([scene({ a: 1 }, range(1, 21)), scene({ a: 21 }, range(21, 41), { died: [1] }), scene({ a: 41 }, range(41, 61))])
    expect([0, 1, 2].map(index => layoutAt(index).objects.size)).toEqual([20, 40, 40])
    expect(layoutAt(1).objects.has(1)).toBe(true)
  })

  test('a cycle that no name leads to and an object that holds itself have places too', () => {
    const ring = scene({}, [object(1, 1, [2]), object(2, 2, [1, 2])])
    const layout = layoutScenes([ring])(0)
    const drawing = draw(ring, undefined, changesOf(undefined, ring), layout, boxedObjects([ring]))
    expect(drawing.boxes.map(({ lost }) => lost)).toEqual([true, true])
    expect(drawing.arrows).toHaveLength(3)
    expect(drawing.arrows.every(({ path }) => !path.includes('NaN'))).toBe(true)
  })

  test('values that only one container holds stand in it; those that a name or two containers hold have boxes', () => {
    const value = (id: number, count: number | null, text: string) => object(id, count, [], { type: 'int', value: text })
    const one = scene({ a: 1, n: 3 }, [object(1, 1, [2, 3, 4, 5, 5]), value(2, 1, '10000'), value(3, 2, '20000'), value(4, null, '1'), value(5, 2, '30000')])
    expect([...boxedObjects([one])].sort()).toEqual([1, 3, 5])
  })
})

describe('words', () => {
  test('name every holder of an object, and how many more there are', () => {
    const one = scene({ a: 1, b: 2 }, [object(1, 4), object(2, 1, [1]), object(3, 1, [], { type: 'weak reference', references: [{ label: 'to', to: 1, weak: true }] })])
    expect(countWords(one, one.objects[0]!)).toBe('list: 4 references: name a, 0 of list, weak reference (weak), 2 holders not shown · 32 bytes')
    expect(countWords(one, object(9, null, [], { type: 'NoneType', value: 'None' }))).toBe('NoneType None: immortal, nobody counts it.')
  })

  test('many slots of one container are told as a number', () => {
    const one = scene({ a: 1 }, [object(1, 5, [1, 1, 1, 1])])
    expect(countWords(one, one.objects[0]!)).toContain('5 references: name a, 4 in list')
  })

  test('tell what a step changed, what died, what is lost, what is borrowed', () => {
    const before = scene({ a: 1, b: 2 }, [object(1, 1), object(2, 2, [2]), object(3, 1)])
    const after = scene({ a: 1 }, [object(1, 2), object(2, 1, [2])], { died: [3] })
    expect(changeWords(before, after, changesOf(before, after))).toBe('a +1, list −1, list freed')
    expect(lostWords(after)).toBe('No name leads to the box with the dotted frame.')
    const call = { ...after, frames: [{ name: 'f', line: 1, names: [{ name: 'x', to: 1, counted: false }, { name: 'y', to: 1, counted: true }] }] }
    expect(borrowedWords(call)).toBe('Borrowed from the caller, not counted: x.')
  })

  test('first bytes are decoded by type, lowest byte first', () => {
    const bytes = [0x2E, 1, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 8, 0, 1, 0, 8, 0, 0, 0]
    expect(headerFields({ object: 1, bytes }, object(1, 302)).map(({ offset, name, value }) => `${offset} ${name}: ${value}`))
      .toEqual(['0 count: 302', '4 type: address of the type list', '8 length: 3', '12 slots at: address 65,544', '16 room for: 8'])
  })
})
