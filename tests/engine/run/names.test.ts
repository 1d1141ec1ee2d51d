/** What the editor completes from: the table of the standard library, and what a run left, read without running any of its code. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { pythonNames } from '../../../cli/run/pythonNames.ts'
import { root } from '../../../cli/root.ts'
import type { RunRequest, RunResult } from '../../../runtime/border/protocol.ts'
import { useSession } from '../support.ts'

const { session } = useSession()

async function runOf(source: string, request: Partial<RunRequest> = { names: true }) {
  let printed = ''
  const run = session().run({ file: 'gil/test.py', source: `${source}\n`, ...request }, {
    output: chunks => void (printed += chunks.map(({ text }) => text).join('')), cut: () => {}, input: () => Promise.resolve(null), started: () => {},
  })
  const result = await run.result as Extract<RunResult, { kind: 'done' }>
  return { result, printed }
}

test('the table is what the interpreter offers; `npm run lab -- names` writes it again', async () => {
  expect(await readFile(`${root}runtime/pythonNames.json`, 'utf8')).toBe(await pythonNames(session()))
})

const watchful = `import threading, gc
class Base:
    def shared(self): pass
class Box(Base):
    def __init__(self): self.lid = 1
    def open(self): pass
    @property
    def loud(self): print("a property ran")
    def __getattr__(self, name): print("__getattr__ ran", name)
    def __dir__(self): print("__dir__ ran"); return []
    def __getattribute__(self, name): print("__getattribute__ ran", name); return object.__getattribute__(self, name)
    def __del__(self): print("gone")
class Odd:
    @property
    def __dict__(self): print("__dict__ ran")
class Meta(type):
    @property
    def __mro__(cls): print("__mro__ ran")
    def __instancecheck__(cls, other): print("__instancecheck__ ran")
class Made(metaclass=Meta): pass
box, odd, made = Box(), Odd(), Made()
words, _hidden = [], 1
ring = Box.__new__(Box)
`

test('names, types and attributes, past properties and all other code of the program', async () => {
  const { result, printed } = await runOf(watchful)
  const plain = await runOf(watchful, {})
  expect(printed).toBe(plain.printed)
  expect(printed).not.toMatch(/ ran/)
  expect(plain.result.names).toBeUndefined()
  expect(result.names).toMatchObject({
    threading: ['module threading', null],
    box: ['Box', ['lid', 'loud', 'open', 'shared']],
    Box: ['class Box', ['loud', 'open', 'shared']],
    words: ['list', null],
  })
  expect(Object.keys(result.names!)).not.toContain('_hidden')
})

test('a run that raises tells them too, and takes the same time by its own clock as one that is not asked', async () => {
  const source = 'import time\nstep = 0\nfor step in range(1000): pass\ntime.sleep(1)\n1 / 0'
  const [asked, plain] = [(await runOf(source)).result, (await runOf(source, {})).result]
  expect(asked.names).toMatchObject({ step: ['int', null] })
  expect(asked.virtual).toBe(plain.virtual)
})

test('a program in steps runs in real time, and so does one whose clock turns real', async () => {
  for (const [source, clock] of [['import time\ntime.sleep(0.01)\nprint("slept")', 'real'], ['import multiprocessing\na, b = multiprocessing.Pipe()\na.send(1)\nprint(b.recv())', 'virtual']] as const) {
    const { result, printed } = await runOf(source, { objects: {}, clock })
    expect(result.kind).toBe('done')
    expect(printed).toMatch(/^(slept|1)\n$/)
  }
})
