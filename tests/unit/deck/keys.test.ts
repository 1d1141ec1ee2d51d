/** The list of keys says what there is: no key of Slidev's or ours is missing, and none is in it that is gone. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { keyRows, ownShortcuts, slidevShortcuts } from '../../../composables/deck/shortcuts.ts'

const slidevsOwn = await readFile(new URL('../../../node_modules/@slidev/client/setup/shortcuts.ts', import.meta.url), 'utf8')
const names = [...slidevsOwn.matchAll(/\bname: '(\w+)'/g)].map(([, name]) => name!)

test('each of Slidev’s shortcuts is described, and no other', () => {
  expect(names.length).toBeGreaterThan(15)
  expect(Object.keys(slidevShortcuts).sort()).toEqual([...names].sort())
})

test('no two shortcuts of one place are on one key', () => {
  const said = [...ownShortcuts.map(({ key }) => key.toUpperCase()), ...Object.values(slidevShortcuts).filter(([group]) => group !== 'In the overview').flatMap(([, , ...keys]) => keys), 'F']
  expect(said.filter((key, index) => said.indexOf(key) !== index)).toEqual([])
})

test('rows hold the keys that do the same, and a shortcut that nobody described is told by its name', () => {
  const rows = keyRows(['next_right', 'next_space', 'toggle_keys', 'brand_new'], false)
  expect(rows.get('Moving')![0]).toEqual({ does: 'Next step', keys: ['→', 'Space'] })
  expect(rows.get('Showing')!.map(({ does }) => does)).toEqual(['This list', 'brand_new', 'Full screen'])
  expect(rows.get('In the code')![0]!.keys).toEqual(['Ctrl+Enter'])
  expect(keyRows([], true).get('In the code')![0]!.keys).toEqual(['⌘+Enter'])
})
