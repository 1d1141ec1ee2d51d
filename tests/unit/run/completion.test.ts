/** Which attributes the editor offers, from a program's text, what its last run left and the table of the standard library. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { importedNames, NameFinder, type PythonNames } from '../../../composables/code/pythonNames.ts'
import type { LeftNames } from '../../../runtime/border/protocol.ts'

const table = JSON.parse(readFileSync(`${root}runtime/pythonNames.json`, 'utf8')) as PythonNames
const attributes = (text: string, of: string, left: LeftNames | null = null) => new NameFinder(text, left, table).attributes(of)

test('imports are found under the names that they bring', () => {
  const text = 'import threading, time as t\nfrom queue import Queue, Empty as Nothing\nfrom asyncio import (run)\nimport os.path'
  expect(Object.fromEntries(importedNames(text))).toEqual({ threading: 'threading', t: 'time', Queue: 'queue.Queue', Nothing: 'queue.Empty', run: 'asyncio.run', os: 'os' })
})

test.each([
  ['import threading', 'threading', 'Thread'],
  ['import threading as th\nlock = th.Lock()', 'lock', 'acquire'],
  ['from queue import Queue\njobs: Queue = Queue(3)', 'jobs', 'put_nowait'],
  ['import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        pass', 'group', 'create_task'],
  ['import concurrent.futures\nwith concurrent.futures.ThreadPoolExecutor() as pool: pass', 'pool', 'submit'],
  ['words = []', 'words', 'append'],
  ['ages = {"Ada": 36}', 'ages', 'items'],
  ['name = f"x"', 'name', 'upper'],
  ['', 'dict', 'fromkeys'],
])('%j, %s.: %s', (text, of, offered) => {
  expect(attributes(text, of) ?? []).toContain(offered)
})

test('of a class of the text, its methods and what they put into self', () => {
  const text = 'class Box:\n    def __init__(self, lid): self.lid = lid\n    async def open(self): pass\n\nclass Other:\n    def shut(self): pass\nbox = Box(1)'
  expect(attributes(text, 'box')).toEqual(['lid', 'open'])
  expect(attributes(text, 'self')).toContain('lid')
})

test('what the last run left, where the text alone does not tell', () => {
  const left: LeftNames = { made: ['Box', ['lid', 'open']], many: ['list', null], clock: ['module time', null] }
  expect(attributes('made = make()', 'made', left)).toEqual(['lid', 'open'])
  expect(attributes('', 'many', left)).toContain('append')
  expect(attributes('', 'clock', left)).toContain('monotonic')
})

test('of what nobody knows, nothing; a name given to itself is no riddle for ever', () => {
  expect(attributes('x = f()', 'x')).toBeNull()
  expect(attributes('a = b()\nb = a()', 'a')).toBeNull()
  expect(attributes('', 'constructor', {})).toBeNull()
})
