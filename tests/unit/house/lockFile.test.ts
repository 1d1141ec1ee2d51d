import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'

interface LockFile {
  packages: Record<string, { version?: string, resolved?: string, optionalDependencies?: Record<string, string> }>
}

const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as LockFile

test('the lock file has every package of every platform, without which npm ci refuses it', () => {
  const names = new Set(Object.keys(packages).map(path => path.replace(/^.*node_modules\//, '')))
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies)).filter(name => !names.has(name))
  expect(missing).toEqual([])
})

test('the lock file names versions, and no place to fetch them from', () => {
  const [, ...entries] = Object.entries(packages)
  expect(entries.filter(([, { version, resolved }]) => !version || resolved).map(([path]) => path)).toEqual([])
})
