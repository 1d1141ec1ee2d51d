/** What an export or a build empties before it writes is its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arePictures } from '../../../cli/deck/paper/pictures.ts'
import { isReplaceable } from '../../../cli/deck/replaceable.ts'
import { root } from '../../../cli/root.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'replaceable-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function filled(...names: string[]): string {
  const place = mkdtempSync(join(folder, 'x-'))
  for (const name of names) writeFileSync(join(place, name), '')
  return place
}

test('a folder that is not there or is empty', () => {
  expect(isReplaceable(join(folder, 'nowhere'), arePictures)).toBe(true)
  expect(isReplaceable(filled(), arePictures)).toBe(true)
})

test('a folder of pictures of slides, and of nothing else', () => {
  expect(isReplaceable(filled('1.png', '2.png', '12-3.png'), arePictures)).toBe(true)
  expect(isReplaceable(filled('1.png', 'holiday.png'), arePictures)).toBe(false)
  expect(isReplaceable(filled('1.png', 'thesis.tex'), arePictures)).toBe(false)
  expect(isReplaceable(filled('.git'), arePictures)).toBe(false)
})

test('never the project, what it lies in, or a file', () => {
  expect(isReplaceable(root, () => true)).toBe(false)
  expect(isReplaceable(root.replace(/\/$/, ''), () => true)).toBe(false)
  expect(isReplaceable(dirname(root), () => true)).toBe(false)
  const place = filled('note.txt')
  expect(isReplaceable(join(place, 'note.txt'), () => true)).toBe(false)
  mkdirSync(join(place, 'deep'))
  expect(isReplaceable(join(place, 'deep'), arePictures)).toBe(true)
})
