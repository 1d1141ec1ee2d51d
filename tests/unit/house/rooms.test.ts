/** The rooms of each floor keep to their first lines and to the order; no folder is full. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { drawHouse } from '../../../cli/testing/drawHouse.ts'
import { readImports } from '../../../cli/testing/readImports.ts'
import { faultsOf, most, readRoom, readRooms, type Room } from '../../../cli/testing/rooms.ts'

const imports = readImports()
const rooms = readRooms()

test('no arrow against the order, past a door, or into a room that is not named', () => {
  expect(rooms.length).toBeGreaterThan(40)
  expect(faultsOf(imports, rooms).join('\n')).toBe('')
})

test('the drawing of docs/architecture.md is of what is there (npm run house)', () => {
  expect(readFileSync(join(root, 'docs/house.svg'), 'utf8') === drawHouse(imports, rooms), 'Draw it anew: npm run house').toBe(true)
})

test(`a folder has at most ${most} files`, () => {
  // Programs that are tried one by one, and material of the deck.
  const files = globSync('{components,composables,runtime,python/lab,cli,setup,tests,bench}/**/*.{ts,vue,css,mjs,py}', { cwd: root, exclude: name => /(^|\/)(cheats|walls|claims|snippets|node_modules)$/.test(name) })
  const counts = Map.groupBy(files.map(file => file.replaceAll('\\', '/')).filter(file => !file.endsWith('__init__.py')), dirname)
  expect([...counts].filter(([, files]) => files.length > most).map(([folder, files]) => `${folder} has ${files.length} files: make a room of a subject that some of them share.`)).toEqual([])
})

describe('a fault that is planted', () => {
  const planted = (arrows: Record<string, string[]>, changed: Partial<Room> & { folder: string } = { folder: '' }) => {
    const all = new Map(imports)
    for (const [file, others] of Object.entries(arrows)) all.set(file, [...all.get(file) ?? [], ...others])
    return faultsOf(all, rooms.map(room => room.folder === changed.folder ? { ...room, ...changed } : room))
  }

  test('an arrow to a room that is not named', () => {
    expect(planted({ 'runtime/trace/trace.ts': ['runtime/run/session.ts'] })).toEqual([
      'runtime/trace/trace.ts imports runtime/run/session.ts, and trace does not import run. Where that is right (it lies further right), say so in its first lines; else let the one who uses both hand it in.',
    ])
  })

  test('a room that names one further left, or has a name of its own', () => {
    expect(planted({}, { folder: 'runtime/trace', imports: ['run'] })[0]).toMatch(/^runtime\/trace says that it imports run, which does not lie further right/)
    expect(faultsOf(new Map(), [{ folder: 'runtime/things', is: '', doors: null, imports: [] }])[0]).toMatch(/^runtime\/things has a name that no other floor has/)
  })

  test('past a door, from a floor above and from beside', () => {
    const [first, second] = planted({ 'components/run/PythonCell.vue': ['runtime/worker/stacks.ts'], 'composables/trace/traceLog.ts': ['runtime/memory/heap/text.ts'] })
    expect(first).toMatch(/^components\/run\/PythonCell.vue imports runtime\/worker\/stacks.ts, which is no door of runtime\/worker \(/)
    expect(second).toMatch(/^composables\/trace\/traceLog.ts imports runtime\/memory\/heap\/text.ts, which is no door/)
  })

  test('loose files that lean on a room, and rooms that lean on what is started', () => {
    expect(planted({ 'runtime/schema.ts': ['runtime/trace/trace.ts'] })[0]).toMatch(/loose files are the ground/)
    expect(planted({ 'cli/run/cells.ts': ['cli/lab.ts'] })[0]).toMatch(/stands above the rooms/)
  })

  test('what nobody uses any more', () => {
    expect(planted({}, { folder: 'runtime/deck', doors: ['deckSearch.ts', 'gone.ts'], imports: ['trace'] })).toEqual([
      'runtime/deck names gone.ts in its first lines, which nobody uses any more: take it off.',
      'runtime/deck names trace in its first lines, which nobody uses any more: take it off.',
    ])
  })

  test('a room without its two lines', () => {
    expect(() => readRoom('runtime/x', 'runtime/x/README.md', 'Something.\n')).toThrow('runtime/x/README.md must open with two lines')
    expect(readRoom('runtime/x', '', 'What it is.\n\nDoors: all. Imports: the ground alone.\n')).toEqual({ folder: 'runtime/x', is: 'What it is.', doors: null, imports: [] })
    expect(readRoom('python/lab/x', '', '"""What it is.\n\nDoors: `a.py`. Imports: `trace`.\n"""\n')).toEqual({ folder: 'python/lab/x', is: 'What it is.', doors: ['a.py'], imports: ['trace'] })
  })
})
