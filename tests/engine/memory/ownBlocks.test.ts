/** Looks at what a program's own objects ask of the allocator: in the model of pymalloc, and at mimalloc's real addresses. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { blocksScenes, reused } from '../../../runtime/memory/blocks.ts'
import { blocksSchema, poolsSchema, type PoolsFinding } from '../../../runtime/memory/findings.ts'
import { printed, useSession } from '../support.ts'
import { looked } from './looks.ts'

const { session } = useSession()

type Moment = PoolsFinding & { kind: 'pools' }
async function pools(source: string) {
  const { findings, ...rest } = await looked(session(), 'pools', source)
  const told = findings.map(finding => poolsSchema.parse(finding))
  return { ...rest, told, moments: told.filter((finding): finding is Moment => finding.kind === 'pools') }
}
async function blocks(source: string) {
  const { findings, ...rest } = await looked(session(), 'blocks', source)
  return { ...rest, told: findings.map(finding => blocksSchema.parse(finding)), scenes: blocksScenes(findings.map(finding => blocksSchema.parse(finding))) }
}

describe('pools of a program’s own objects', () => {
  test('a thousand objects with two slots: 1,000 blocks of 48 bytes, as on a laptop, and all are given back', async () => {
    const { moments } = await pools('class P:\n    __slots__ = ("x", "y")\na = [P() for _ in range(1000)]\ndel a\n')
    const [made, gone] = [moments.find(({ line }) => line === 3)!, moments.at(-1)!]
    expect(made.count).toBeGreaterThanOrEqual(1000)
    expect(made.count).toBeLessThan(1020)
    expect(gone.given).toBeGreaterThanOrEqual(1001)
    expect(made.changed[0]!.pools.filter(([size]) => size === 48).reduce((sum, [, used, times]) => sum + used * times, 0)).toBeGreaterThanOrEqual(1000)
    expect(made.blocks + made.large - gone.blocks - gone.large).toBe(gone.given! - gone.count)
  })

  test('a long list is one block of malloc; lines that ask for nothing are not told', async () => {
    const { moments } = await pools('a = [None] * 1000\nb = 1\nc = 2\ndel a\n')
    expect(moments.map(({ line, large }) => [line, large])).toEqual([[1, 1], [4, 0]])
  })

  test('the program prints what it prints without a look', async () => {
    for (const name of ['pools/own_objects', 'collector/pair', 'collector/order', 'counts/weak']) {
      const source = readFileSync(new URL(`../../../snippets/${name}.py`, import.meta.url), 'utf8')
      expect((await pools(source)).stdout).toBe(await printed(session(), source))
    }
  })

  test('two runs find the same', async () => {
    const source = readFileSync(new URL('../../../snippets/pools/own_objects.py', import.meta.url), 'utf8')
    expect((await pools(source)).moments).toEqual((await pools(source)).moments)
  })

  test('hundreds of thousands of requests: only the first are kept, and that is said', async () => {
    const { told, result } = await pools('x = [[] for _ in range(500_000)]\ny = 1\n')
    expect(result.kind).toBe('done')
    expect(told.at(-1)).toMatchObject({ kind: 'cut' })
    expect(told.length).toBeLessThan(10)
  })

  test('an error, threads, a program that looks for itself: nothing breaks', async () => {
    expect((await pools('a = [object() for _ in range(100)]\n1 / 0\n')).result).toMatchObject({ kind: 'raised', error: { type: 'ZeroDivisionError', line: 2 } })
    const { result, stdout } = await pools('import threading, tracemalloc, sys\ntracemalloc.start()\nsys.setrecursionlimit(200)\nt = threading.Thread(target=lambda: [[i] for i in range(100)])\nt.start()\nt.join()\ntracemalloc.stop()\nprint("well")\n')
    expect([result.kind, stdout]).toEqual(['done', 'well\n'])
  })
})

describe('blocks of mimalloc', () => {
  test('what is given back is used again, at the addresses that id() gives', async () => {
    const { scenes, stdout } = await blocks('class B:\n    __slots__ = ()\na = [B() for _ in range(150)]\nplaces = set(map(id, a))\ndel a[1::2]\nb = [B() for _ in range(400)]\nagain = sum(id(x) in places for x in b)\nprint(again, hex(id(b[0])))\n')
    const [again, first] = stdout.trim().split(' ')
    expect(Number(again)).toBeGreaterThan(30)
    const scene = scenes.find(({ moment }) => moment.line === 6)!
    expect(reused(scene)).toBeGreaterThanOrEqual(Number(again))
    const page = scene.pages.find(({ first: from, marks, size }) => Number(first) >= from && Number(first) < from + marks.length * size)!
    expect(page.size).toBe(16)
    // The collector's links are in front of an object, and in its block.
    expect((Number(first) - page.first) % page.size).toBe(8)
  })

  test('objects of one size lie in one page, each size in its own', async () => {
    const { scenes } = await blocks('a = [object() for _ in range(50)]\nb = [bytes(83) for _ in range(50)]\n')
    const sizes = scenes.at(-1)!.pages.filter(({ marks }) => marks.filter(mark => mark === '+').length >= 40).map(({ size }) => size)
    expect(sizes).toContain(112)
    expect(sizes.length).toBeGreaterThanOrEqual(2)
  })
})
