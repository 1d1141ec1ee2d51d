/** Each difference from CPython that docs/engine.md lists is held by tests that are there. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'

const rows = readFileSync(join(root, 'docs', 'engine.md'), 'utf8').split('\n').filter(line => line.startsWith('| ')).slice(2).map(line => line.split('|').map(cell => cell.trim()))

test('every row names its test files', () => {
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(cells => cells.length !== 7 || !/`\w+\.test\.ts`/.test(cells[5]!)).map(cells => cells[1])).toEqual([])
})

test('they are there, and have tests of the names that are given', () => {
  const missing = rows.flatMap(cells => [...cells[5]!.matchAll(/`(\w+\.test\.ts)`(?: \*([^*]+)\*)?/g)].filter(([, file, title]) => {
    const [path] = globSync(`tests/engine/**/${file}`, { cwd: root })
    return path === undefined || (title !== undefined && !readFileSync(join(root, path), 'utf8').includes(title))
  }).map(([text]) => text))
  expect(missing).toEqual([])
})
