/** A run in steps: names, objects, counts, what holds what, and deaths. */
import { describe, expect, test } from 'vitest'
import { decodeScenes } from '../../../runtime/memory/objects/decode-scenes.ts'
import type { RunResult } from '../../../runtime/border/protocol.ts'
import type { Scene, SceneObject, Scenes, WireScene } from '../../../runtime/memory/objects/scene.ts'
import { useSession } from '../support.ts'

const { session } = useSession()

interface Stepped extends Scenes {
  wire: WireScene[]
  output: string
  result: RunResult
}

async function stepped(source: string, objects: { header?: string } = {}): Promise<Stepped> {
  const wire: WireScene[] = []
  let output = ''
  const run = session().run({ file: 'heap/test.py', source, objects }, {
    output: chunks => void (output += chunks.map(({ text }) => text).join('')),
    cut: () => {},
    input: async () => null,
    started: () => {},
    objects: scenes => wire.push(...scenes),
  })
  const result = await run.result
  return { ...decodeScenes(wire), wire, output, result }
}

/** The last scene at a line. */
const at = ({ scenes }: Scenes, line: number): Scene => scenes.findLast(scene => scene.line === line && scene.kind === 'line')!
const last = ({ scenes }: Scenes): Scene => scenes.at(-1)!
/** The object that a name stands for, in the innermost frame that has it. */
function named({ frames, objects }: Scene, name: string): SceneObject {
  const found = frames.flatMap(({ names }) => names).findLast(one => one.name === name)
  return objects.find(({ id }) => id === found?.to)!
}

describe('counts', () => {
  test('go up with a second name and with slots, and down with del', async () => {
    const told = await stepped('a = object()\nb = a\nc = [a, a]\ndel b\ndel c\npass')
    expect([2, 3, 4, 5, 6].map(line => named(at(told, line), 'a').count)).toEqual([1, 2, 4, 3, 1])
    expect(named(at(told, 5), 'c').references.map(({ label, to }) => [label, to])).toEqual([['0', 1], ['1', 1]])
  })

  test('are those that getrefcount gives, less its argument', async () => {
    const told = await stepped(`
import sys
a = [1]
b = {"k": a, "l": [a]}
print(sys.getrefcount(a) - 1)
def inside(x):
    y = x
    print(sys.getrefcount(x))
    return y
inside(a)`)
    expect(told.output).toBe(`${named(at(told, 5), 'a').count}\n${named(at(told, 8), 'x').count}\n`)
  })

  test('of immortal objects are none', async () => {
    const told = await stepped('a = None\nb = 7\nc = ()\nd = 12345678901')
    expect(['a', 'b', 'c', 'd'].map(name => [named(last(told), name).count === null, named(last(told), name).value]))
      .toEqual([[true, 'None'], [true, '7'], [true, null], [false, '12345678901']])
  })
})

describe('what holds what', () => {
  test('frames from the module to the innermost, with their own names', async () => {
    const told = await stepped('def outer(a):\n    b = [a]\n    inner(b)\ndef inner(c):\n    d = c\n    pass\nouter(1.5)')
    expect(at(told, 6).frames.map(({ name, line, names }) => [name, line, names.map(({ name }) => name)]))
      .toEqual([['<module>', 7, []], ['outer', 3, ['a', 'b']], ['inner', 6, ['c', 'd']]])
    expect(named(at(told, 6), 'd').id).toBe(named(at(told, 6), 'b').id)
  })

  test('a function that ends lets go; what is not returned dies', async () => {
    const told = await stepped('class Box: pass\ndef make():\n    kept = Box()\n    lost = Box()\n    return kept\nbox = make()\npass')
    const lost = named(at(told, 5), 'lost').id
    expect(at(told, 7).died).toEqual([lost])
    expect(named(at(told, 7), 'box').id).toBe(named(at(told, 5), 'kept').id)
  })

  test('default values and closures: the function holds them, through a cell', async () => {
    const told = await stepped('def add(item, to=[]):\n    to.append(item)\n    return to\nadd(1)\nadd(2)\ndef outer():\n    n = 12345.5\n    def inner(): return n\n    return inner\nf = outer()')
    const [held] = named(last(told), 'add').references
    expect(held).toMatchObject({ label: 'defaults' })
    expect(last(told).objects.find(({ id }) => id === held!.to)).toMatchObject({ type: 'list', count: 1, references: [{ label: '0' }, { label: '1' }] })
    const [closure] = named(last(told), 'f').references
    const cell = last(told).objects.find(({ id }) => id === closure!.to)!
    expect(cell).toMatchObject({ type: 'cell', count: 1 })
    expect(last(told).objects.find(({ id }) => id === cell.references[0]!.to)).toMatchObject({ type: 'float', value: '12345.5' })
  })

  test('attributes, slots, keys, classes that hold something', async () => {
    const told = await stepped(`
class Team:
    members = []
    def join(self, who): self.members.append(who)
class Slim:
    __slots__ = ("x",)
team, slim = Team(), Slim()
team.name = slim.x = object()
table = {"k": slim, team: 1}`)
    expect(named(last(told), 'Team').references.map(({ label }) => label)).toEqual(['.members'])
    expect(named(last(told), 'team').references).toMatchObject([{ label: '.name', to: named(last(told), 'slim').references[0]!.to }])
    expect(named(last(told), 'table').references.map(({ label }) => label)).toEqual(['\'k\'', 'a key', 'its value'])
  })

  test('an exception that is kept keeps the frame that raised it, and its variables', async () => {
    const told = await stepped('def fail():\n    data = [0.5]\n    data[9]\ntry:\n    fail()\nexcept IndexError as error:\n    saved = error\npass\ndel saved\npass')
    const kept = at(told, 9)
    const frame = kept.objects.find(({ id }) => id === named(kept, 'saved').references.find(({ label }) => label === 'traceback')!.to)!
    expect(frame).toMatchObject({ type: 'frame of fail', references: [{ label: 'data' }] })
    expect(at(told, 10).died).toEqual(expect.arrayContaining([named(kept, 'saved').id, frame.id, frame.references[0]!.to]))
  })

  test('a weak reference is no holder, and points to nothing when its object is dead', async () => {
    const told = await stepped('import weakref\nclass Box: pass\na = Box()\nw = weakref.ref(a)\ndel a\npass')
    expect(named(at(told, 5), 'a').count).toBe(1)
    expect(named(at(told, 5), 'w').references).toEqual([{ label: 'to', to: named(at(told, 5), 'a').id, weak: true }])
    expect(named(at(told, 6), 'w').references).toEqual([])
  })
})

test('a cycle that no name leads to is shown until the collector finds it', async () => {
  const told = await stepped('import gc\nclass Box: pass\na, b = Box(), Box()\na.other, b.other = b, a\ndel a, b\npass\ngc.collect()\npass')
  expect(at(told, 7).objects.map(({ type, count }) => [type, count])).toEqual([['Box', 1], ['Box', 1]])
  expect(at(told, 8).objects).toEqual([])
  expect(at(told, 8).died.sort()).toEqual([1, 2])
})

test('an object that takes the place of a dead one is another', async () => {
  const told = await stepped('class Box: pass\nx = Box()\nx = Box()\nx = Box()\npass', { header: 'x' })
  expect([3, 4, 5].map(line => [named(at(told, line), 'x').id, at(told, line).died])).toEqual([[1, []], [2, [1]], [3, [2]]])
  expect(at(told, 5).header).toMatchObject({ object: 3, bytes: [1, 0, 0, 0, ...at(told, 4).header!.bytes.slice(4)] })
})

describe('nothing that a program does', () => {
  test('by its own methods is asked for: they may raise, print, recurse, lie', async () => {
    const { result, output, ...told } = await stepped(`
class Bad:
    def __repr__(self): print("asked"); return repr(self)
    __str__ = __eq__ = __hash__ = __len__ = __iter__ = __getattribute__ = __sizeof__ = __repr__
class Meta(type):
    def __getattribute__(cls, name): raise SystemExit("asked")
class Worse(list, metaclass=Meta):
    def __iter__(self): raise SystemExit("asked")
    def __getitem__(self, i): raise SystemExit("asked")
a, b = Bad(), Worse([1, 2])
big = "x" * 10_000_000
many = list(range(1_000_000))
deep = []
for _ in range(3): deep = [deep]
`)
    expect([result.kind, output]).toEqual(['done', ''])
    const scene = last({ ...told })
    expect(['a', 'b', 'big', 'many'].map(name => [named(scene, name).type, named(scene, name).count])).toEqual([['Bad', 1], ['Worse', 1], ['str', 1], ['list', 1]])
    expect(named(scene, 'big').value).toHaveLength(40)
    expect(named(scene, 'many').more).toBe(1_000_000 - 12)
    expect(named(scene, 'a').size).toBe(null)
  })

  test('to gc and sys changes what is told', async () => {
    const told = await stepped('import gc, sys\ngc.disable(); gc.get_referents = gc.get_objects = None\nsys.getrefcount = sys.getsizeof = sys._getframe = None\na = []\nb = a\npass')
    expect(named(at(told, 6), 'a')).toMatchObject({ count: 2, size: 28 })
  })

  test('too much is told up to a limit, which is named', async () => {
    const told = await stepped('things = [[i] for i in range(500)]\nfor i in range(3000):\n    i += 0.5\nx = [things, [[[[[[[]]]]]]]]')
    expect(told.result.kind).toBe('done')
    expect(told.cut).toBe(true)
    expect(told.scenes).toHaveLength(1000)
    expect(named(last(told), 'things').more).toBe(500 - 12)
    expect((await stepped('a = [[[[[[[[]]]]]]]]')).scenes.at(-1)!.cut).toBe(true)
  })
})

test('threads and exceptions that end the program leave a last scene', async () => {
  const told = await stepped('import threading\ndef work(box):\n    mine = box\n    box.append(0.5)\nbox = []\nt = threading.Thread(target=work, args=(box,))\nt.start(); t.join()\n1 / 0')
  expect(told.result.kind).toBe('raised')
  expect(at(told, 4)).toMatchObject({ thread: 2, frames: [{ name: '<module>' }, { name: 'work', names: [{ name: 'box' }, { name: 'mine' }] }] })
  expect(last(told)).toMatchObject({ kind: 'over', line: 8 })
})

test('two runs tell the same, and to watch changes neither output nor time', async () => {
  const source = 'import gc, time, sys\nclass Box: pass\nboxes = [Box() for _ in range(4)]\nfor box in boxes:\n    box.next = boxes\n    print(sys.getrefcount(box), gc.get_count()[1:], time.time())\ndel boxes, box\nprint(gc.collect())'
  const [one, other] = [await stepped(source), await stepped(source)]
  expect(one.wire).toEqual(other.wire)
  let plain = ''
  await session().run({ file: 'heap/test.py', source }, { output: chunks => void (plain += chunks.map(({ text }) => text).join('')), cut: () => {}, input: async () => null, started: () => {} }).result
  expect(one.output).toBe(plain)
})

test('what cannot be read is refused by a sentence', () => {
  expect(() => decodeScenes([['scene', 'line', 1, 1, [0], [], [], 0, 0]])).toThrow('Scene 0 cannot be read: a frame of the scene before is needed, not 0.')
  expect(() => decodeScenes([['scene', 'line', 1, 1, [], [7], [], 0, 0]])).toThrow('Scene 0 cannot be read: an object that was told before is needed, not 7.')
  expect(() => decodeScenes([['what']])).toThrow('Scene 0 cannot be read: scene, cut or problem is needed, not "what".')
})
