/** Whatever a program does, the next one runs. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../runtime/limits.ts'
import type { Manifest } from '../../../runtime/boot/manifest.ts'
import { assetsFolder, openNodeSession, readManifest } from '../../../runtime/run/node.ts'
import { fatalProblem } from '../../../runtime/worker/problems.ts'
import { perform, printed, start, useSession } from '../support.ts'

const { session } = useSession()

/** Waits until both workers are there. */
async function settled(): Promise<void> {
  await perform(session(), 'pass')
  await new Promise(resolve => setTimeout(resolve, 1000))
}

describe('Stop', () => {
  test.each([
    ['a loop', 'while True: pass'],
    ['a sleep', 'import time\ntime.sleep(1e9)'],
    ['a list that grows', 'l = []\nwhile True: l.append(0)'],
    ['a recursion', 'import sys\nsys.setrecursionlimit(900)\ndef f(n):\n    return n if n < 1 else f(n - 1) + f(n - 1)\nf(800)'],
    ['a flood', 'while True: print("flood")'],
    ['one long call', 'sum(range(10 ** 12))'],
    ['threads that spin', 'import threading\ndef spin():\n    while True: pass\nfor _ in range(3): threading.Thread(target=spin).start()'],
  ])('ends %s, keeps what it printed, and the next run starts', async (_name, source) => {
    await settled()
    const { run, first, outcome } = start(session(), `print("before", flush=True)\n${source}`, { clock: 'real' })
    await first
    await new Promise(resolve => setTimeout(resolve, 200))
    const begun = performance.now()
    run.stop()
    const next = start(session(), 'print("next")')
    expect((await outcome).stdout).toContain('before')
    expect((await outcome).result.kind).toBe('stopped')
    expect(await next.first).toBe('next\n')
    expect(performance.now() - begun).toBeLessThan(5000)
    await next.outcome
  })

  test('takes a queued run out of the queue, and does nothing afterwards', async () => {
    const busy = start(session(), 'import time\nprint(1, flush=True)\ntime.sleep(0.5)\nprint(2)', { clock: 'real' })
    const waiting = start(session(), 'print("never")')
    await busy.first
    waiting.run.stop()
    waiting.run.stop()
    expect(await waiting.outcome).toMatchObject({ stdout: '', result: { kind: 'stopped', duration: 0 } })
    expect(await busy.outcome).toMatchObject({ stdout: '1\n2\n', result: { kind: 'done' } })
    busy.run.stop()
    expect((await perform(session(), 'print(3)')).stdout).toBe('3\n')
  })
})

describe('an interpreter that breaks down', () => {
  test('is told in a sentence, and the next run starts', async () => {
    const { result, stdout, stderr } = await perform(session(), 'import os\nprint("made")\nos.abort()')
    expect(result).toMatchObject({ kind: 'lost', problem: { kind: 'fatal' } })
    expect(result.kind === 'lost' && result.problem.sentence).toContain('broke down')
    expect(stdout).toBe('made\n')
    expect(stderr).toBe('')
    expect((await perform(session(), 'print("next")')).stdout).toBe('next\n')
  })

  test.each([
    [new RangeError('Maximum call stack size exceeded'), 0, 'ran out of stack'],
    [new Error('InternalError: too much recursion'), 0, 'ran out of stack'],
    [new Error('Out of memory: Cannot allocate'), 0, 'used up the memory'],
    [new Error('unreachable'), limits.heapBytes, 'used up the memory'],
    [new WebAssembly.RuntimeError('memory access out of bounds'), 0, 'broke down'],
  ])('by %s, with a heap of %d bytes, says why it did', (error, heapBytes, words) => {
    const { sentence } = fatalProblem(error, heapBytes)
    expect(sentence).toContain(words)
    expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  test('does not, where a program recurses to a limit, of calls or of the stack of C: that is a RecursionError, and the program goes on', async () => {
    expect(await printed(session(), `
import functools, threading
class Shown:
    def __init__(self, n): self.n = n
    def __repr__(self): return repr(Shown(self.n - 1)) if self.n else "end"
@functools.cache
def cached(n): return cached(n - 1) if n else "end"
def key(n): return sorted([n - 1], key=key) if n else 0
def plain(n): return plain(n + 1)
def deep(n): return n and deep(n - 1) + 1
def all():
    for call in (lambda: repr(Shown(600)), lambda: cached(600), lambda: key(150), lambda: plain(0)):
        try: print(call(), end=" ")
        except RecursionError: print("caught", end=" ")
    print(deep(900), repr(Shown(300)), cached(300))
all()
cached.cache_clear()
thread = threading.Thread(target=all); thread.start(); thread.join()`)).toBe('caught caught caught caught 900 end end\n'.repeat(2))
  })

  test('memory that runs out is a MemoryError, and is given back', async () => {
    for (let time = 0; time < 2; time++) {
      const { result } = await perform(session(), 'kept = []\nwhile True: kept.append(bytearray(50_000_000))')
      expect(result).toMatchObject({ kind: 'raised', error: { type: 'MemoryError', line: 2 } })
      expect(result.kind === 'raised' && result.error.traceback).toContain(`${limits.heapBytes / 2 ** 30} GiB`)
    }
    expect((await perform(session(), 'print(len(bytearray(200_000_000)))')).stdout).toBe('200000000\n')
  })
})

test('forty runs take no more memory than ten', async () => {
  const megabytes: number[] = []
  for (let time = 1; time <= 40; time++) {
    await perform(session(), 'print(len(bytearray(20_000_000)))')
    if (time >= 10) megabytes.push(process.memoryUsage().rss / 2 ** 20)
  }
  expect(Math.max(...megabytes.slice(-10))).toBeLessThan(Math.max(...megabytes.slice(0, 10)) + 300)
})

describe('loading', () => {
  test('assets that cannot be fetched are a lost network, and load() tries again', async () => {
    const lost = openNodeSession(new URL('file:///nowhere/pyodide/'))
    const { result } = await perform(lost, 'print(1)')
    expect(result).toMatchObject({ kind: 'lost', problem: { kind: 'network' } })
    expect(lost.state).toMatchObject({ kind: 'failed', problem: { kind: 'network' } })
    const states: string[] = []
    lost.subscribe(state => states.push(state.kind))
    lost.load()
    expect(states).toEqual(['failed', 'loading'])
    expect((await perform(lost, 'print(1)')).result.kind).toBe('lost')
    lost.dispose()
  })

  test.each([
    ['none', (manifest: Manifest) => manifest.snapshot = null],
    ['a missing one', (manifest: Manifest) => manifest.snapshot!.name = 'missing'],
    ['one that is something else', (manifest: Manifest) => manifest.snapshot!.name = manifest.stdlib.name],
  ])('with %s for a snapshot, Python starts all the same', async (_name, change) => {
    const folder = await mkdtemp(join(tmpdir(), 'assets-'))
    await cp(fileURLToPath(assetsFolder), folder, { recursive: true })
    const manifest = readManifest()
    change(manifest)
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
    const plain = openNodeSession(pathToFileURL(`${folder}/`))
    const { stdout, result } = await perform(plain, 'import sys\nprint(__name__, sys.path[0], hash("a"))\n1/0')
    const { stdout: usual } = await perform(session(), 'import sys\nprint(__name__, sys.path[0], hash("a"))')
    expect(stdout).toBe(usual)
    expect(result).toMatchObject({ kind: 'raised', error: { line: 3 } })
    expect((await perform(plain, 'print("next")')).stdout).toBe('next\n')
    plain.dispose()
    await rm(folder, { recursive: true })
  })

  test('a session that is disposed of ends its runs', async () => {
    const other = openNodeSession()
    const { outcome, first } = start(other, 'print(1, flush=True)\nwhile True: pass')
    const waiting = start(other, 'print(2)')
    await first
    other.dispose()
    expect((await outcome).result.kind).toBe('stopped')
    expect((await waiting.outcome).result.kind).toBe('stopped')
    expect((await perform(other, 'print(3)')).result.kind).toBe('stopped')
  })

  test('progress goes from 0 to 1, then the session is ready', async () => {
    const other = openNodeSession()
    const parts: number[] = []
    await new Promise<void>((resolve) => {
      other.subscribe((state) => {
        if (state.kind === 'loading') parts.push(state.part)
        if (state.kind === 'ready') resolve()
      })
      other.load()
    })
    other.dispose()
    expect(parts[0]).toBe(0)
    expect(parts.at(-1)).toBe(1)
    expect(parts).toEqual([...parts].sort((a, b) => a - b))
  })
})
