/** A program in the hands of somebody who says which thread goes on. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Exploration, ExploreOptions } from '../../../runtime/schedules/exploration.ts'
import type { Move, PlayCommand, PlayOptions, Position } from '../../../runtime/schedules/play.ts'
import { perform, useSession } from '../support.ts'

const { session } = useSession()

const snippet = (name: string) => readFileSync(new URL(`../../../snippets/threads/${name}.py`, import.meta.url), 'utf8')
const silent = { output: () => {}, cut: () => {}, started: () => {}, input: async () => null }

/** Where the program stands after each of the commands; the error of one that cannot be played. */
async function play(source: string, commands: PlayCommand[], how: Partial<PlayOptions> = {}): Promise<{ at: Position[], error: string | null }> {
  const at: Position[] = []
  const rest = [...commands.slice(1)]
  const run = session().run({ file: 'play.py', source, play: { moves: commands[0]?.moves ?? [], goal: null, switch: 'every-bytecode', ...how } }, {
    ...silent,
    position: async (position) => {
      at.push(position)
      return rest.shift() ?? null
    },
  })
  const result = await run.result
  if (result.kind !== 'played') throw new Error(`${result.kind}, not played`)
  return { at, error: result.error }
}

const lines = (...threads: number[]): Move[] => threads.map(thread => [thread, 'line'])
const bytecodes = (...threads: number[]): Move[] => threads.map(thread => [thread, 'bytecode'])

describe('a program that is played', () => {
  test('stands where the moves lead, by lines and by bytecodes, and a move can be taken back', async () => {
    const { at } = await play(snippet('two_increments'), [
      { moves: [] }, { moves: bytecodes(2) }, { moves: bytecodes(2, 2, 2) }, { moves: bytecodes(2) }, { moves: lines(2, 1) },
    ])
    const thread = (index: number) => at[index]!.threads.find(({ id }) => id === 2)!
    expect(at[0]!.threads.map(({ name, state, line }) => [name, state, line])).toEqual([['MainThread', 'can-run', 13], ['A', 'can-run', 8]])
    expect(thread(0).stack).toEqual([])
    expect(thread(1).stack).toEqual(['0'])
    expect(thread(2).stack).toEqual(['1'])
    expect(thread(2).bytecodes.find(({ offset }) => offset === thread(2).offset)!.text).toBe('STORE_GLOBAL x')
    expect(at[2]!.globals).toEqual([{ name: 'x', value: '0' }])
    expect({ ...at[3], found: null }).toEqual({ ...at[1], found: null })
    expect(at[4]!.globals).toEqual([{ name: 'x', value: '1' }])
  })

  test('reaches its goal when both have read before either wrote, and finds the way by itself', async () => {
    const way: Move[] = [...bytecodes(2), ...lines(1, 3, 2, 3, 1, 1, 1)]
    const { at } = await play(snippet('two_increments'), [{ moves: way }, { moves: [], find: true }], { goal: 'x == 1' })
    expect(at[0]).toMatchObject({ goal: true, ending: { kind: 'done' }, globals: [{ name: 'x', value: '1' }] })
    expect(at[1]!.goal).toBe(true)
    expect(at[1]!.found!.length).toBeGreaterThan(3)
    const again = await play(snippet('two_increments'), [{ moves: at[1]!.found! }], { goal: 'x == 1' })
    expect(again.at[0]!.goal).toBe(true)
  })

  test('tells who holds which lock and who waits for it, and calls a deadlock one', async () => {
    const { at } = await play(snippet('philosophers'), [{ moves: [] }, { moves: [], find: true }], { goal: 'deadlock' })
    const found = at[1]!.found!
    expect(at[1]!.ending!.kind).toBe('deadlock')
    expect(at[1]!.locks.map(({ name, holder, waiters }) => [name, holder !== null, waiters.length])).toEqual([['a', true, 1], ['b', true, 1], ['c', true, 1]])
    expect(at[1]!.threads.filter(({ id }) => id > 1).map(({ state }) => state)).toEqual(['waits', 'waits', 'waits'])
    expect(found.length).toBeLessThan(60)
  })

  test('under the GIL stops only where CPython looks: no schedule loses an update, as a count of all shows', async () => {
    const explore = async (how: Partial<ExploreOptions>) => {
      const options: ExploreOptions = { schedules: 5000, strategy: 'exhaustive', depth: 3, preemptions: null, replay: null, count: true, goal: 'x == 1', ...how }
      const { result } = await perform(session(), snippet('two_increments'), { explore: options })
      if (result.kind !== 'explored' || 'error' in result.exploration) throw new Error(JSON.stringify(result))
      return result.exploration as Exclude<Exploration, { error: string }>
    }
    const anywhere = await explore({})
    expect(anywhere.explored_all).toBe(true)
    expect(anywhere.outcomes!.map(({ outcome, goal }) => [outcome, goal]).sort()).toEqual([['x = 1', true], ['x = 2', false]])
    const gil = await explore({ switch: 'gil' })
    expect(gil.outcomes!.map(({ outcome }) => outcome)).toEqual(['x = 2'])
  })

  test.each([
    ['x = (', 'SyntaxError'],
    ['import threading\nthreading.Thread(target=int).start()\nwhile True: pass', 'play a shorter program'],
    ['name = input()', 'asks for input()'],
    ['import multiprocessing\nmultiprocessing.Process(target=int).start()', 'uses processes'],
  ])('that cannot be played is refused in a sentence: %s', async (source, words) => {
    expect((await play(source, [{ moves: [] }])).error).toContain(words)
    expect((await perform(session(), 'print(1)')).stdout).toBe('1\n')
  })

  test('gives way to a program that is to run', async () => {
    let asked = 0
    const played = session().run({ file: 'play.py', source: snippet('two_increments'), play: { moves: [], goal: null, switch: 'every-bytecode' } }, {
      ...silent, position: () => {
        asked++
        return new Promise(() => {})
      },
    })
    await expect.poll(() => asked).toBe(1)
    expect((await perform(session(), 'print("mine")')).stdout).toBe('mine\n')
    expect((await played.result).kind).toBe('played')
  })
})

/** What a thread's stack holds just before it returns must be what it returns. */
test('the values shown on stacks are those that the interpreter has', async () => {
  const expressions = ['1 + 2', 'a * 3 - b', '"x" + c', 'a < b', '-a', 'not d', 'a if d else b', '(a, b)', '[a, b][1]', 'f(a)', 'c.upper()', 'len(c)', 'a == b or c', 'f"{a}!"', '{"k": a}["k"]', 'o.v', 'lambda: a', 'a // b % 2', '7 & a | b', 'd is None']
  for (const expression of expressions) {
    const source = `import threading\nclass O: v = 5\ndef f(n): return n * 2\ndef work(a, b, c, d, o):\n    return ${expression}\n`
      + `def run():\n    global result\n    result = work(6, 4, "y", None, O())\nt = threading.Thread(target=run)\nt.start()\nt.join()\n`
    let moves: Move[] = []
    const { at } = await play(source, Array.from({ length: 40 }, (_, count) => ({ moves: moves = Array.from({ length: count }, (): Move => [2, 'bytecode']) })))
    expect(moves.length).toBeGreaterThan(0)
    const result = at.find(({ globals }) => globals.some(({ name }) => name === 'result'))?.globals.find(({ name }) => name === 'result')?.value
    for (const position of at) {
      const thread = position.threads.find(({ id }) => id === 2)
      const next = thread?.bytecodes.find(({ offset }) => offset === thread.offset)?.text
      const top = thread?.stack?.at(-1)
      if (next === 'RETURN_VALUE' && thread!.line === 5 && top !== undefined && top !== '…') expect([expression, top]).toEqual([expression, result ?? top])
    }
  }
})
