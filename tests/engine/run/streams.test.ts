/** What a program writes and reads. */
import { expect, test } from 'vitest'
import { limits } from '../../../runtime/limits.ts'
import { perform, start, useSession } from '../support.ts'

const { session } = useSession()
const run = (source: string, options?: Parameters<typeof perform>[2]) => perform(session(), source, options)

test('both streams arrive in the order in which they were written', async () => {
  const chunks: string[] = []
  const source = 'import sys\nfor i in range(3):\n    print("out", i)\n    print("err", i, file=sys.stderr)'
  await session().run({ file: 'a.py', source }, {
    output: pieces => chunks.push(...pieces.map(({ stream, text }) => `${stream} ${text}`)),
    cut: () => {},
    input: async () => null,
    started: () => {},
  }).result
  expect(chunks.join('')).toBe([0, 1, 2].map(i => `stdout out ${i}\nstderr err ${i}\n`).join(''))
})

test('input() asks with its prompt, shows the answer, and ends with the file', async () => {
  const source = 'name = input("Name? ")\nprint("Hi", name)\nimport sys\nprint(sys.stdin.readline() == "x\\n")\ninput("more? ")'
  const { stdout, asked, result } = await run(source, { answers: ['Ada', 'x'] })
  expect(stdout).toBe('Name? Ada\nHi Ada\nx\nTrue\nmore? ')
  expect(asked).toEqual(['Name? ', '', 'more? '])
  expect(result).toMatchObject({ kind: 'raised', error: { type: 'EOFError', message: 'EOF when reading a line', line: 5 } })
})

test('a terminal shows by itself what is typed', async () => {
  const { stdout } = await run('print(input("Name? "))', { answers: ['Ada'], terminal: true })
  expect(stdout).toBe('Name? Ada\n')
})

test('input() inside a coroutine and inside a sort', async () => {
  const source = 'import asyncio\nasync def main():\n    return sorted([1, 2], key=lambda _: input("k "))\nprint(asyncio.run(main()))'
  const { stdout } = await run(source, { answers: ['b', 'a'] })
  expect(stdout).toBe('k b\nk a\n[2, 1]\n')
})

test.each([
  ['closed', 'import sys\nsys.stdout.close()\nprint("x")', 'ValueError'],
  ['replaced by none', 'import sys\nsys.stdout = None\nprint("x")', null],
  ['replaced by a number', 'import sys\nsys.stdout = 5\nprint("x")', 'AttributeError'],
  ['without an encoding for a surrogate', 'print(chr(0xd800))', 'UnicodeEncodeError'],
])('a stdout that is %s hangs nothing', async (_name, source, type) => {
  const { result } = await run(source)
  if (type) expect(result).toMatchObject({ kind: 'raised', error: { type } })
  else expect(result.kind).toBe('done')
})

test('bytes, raw writes, surrogates on stderr and characters cut in two', async () => {
  const source = `
import os, sys
sys.stdout.buffer.write(b"\\xff\\xc3"); sys.stdout.flush(); sys.stdout.buffer.write(b"\\xa9\\n"); sys.stdout.flush()
os.write(1, b"raw\\n")
print(chr(0xd800), file=sys.stderr)`
  const { stdout, stderr } = await run(source)
  expect(stdout).toBe('\uFFFDé\nraw\n')
  expect(stderr).toBe('\\ud800\n')
})

test('output arrives while the program computes', async () => {
  const { first, outcome, run: endless } = start(session(), 'for i in range(500): print("x" * 10)\nprint("last")\nwhile True: pass')
  await first
  await new Promise(resolve => setTimeout(resolve, 1500))
  endless.stop()
  const { stdout, result } = await outcome
  expect(result.kind).toBe('stopped')
  expect(stdout.endsWith('last\n')).toBe(true)
})

test('a million lines are shown in part, counted in all, and kept whole', async () => {
  const { stdout, cuts, run: done, result } = await run('for i in range(1_000_000): print(i)')
  expect(result.kind).toBe('done')
  expect(stdout.split('\n')).toHaveLength(limits.shownLines + 1)
  expect(cuts.at(-1)).toEqual({ lines: 1_000_000, bytes: 6_888_890 })
  const whole = await done.whole().text()
  expect(whole).toHaveLength(6_888_890)
  expect(whole.endsWith('\n999999\n')).toBe(true)
})

test('one endless line is shown in part, and kept up to the limit', async () => {
  const { stdout, cuts, run: done } = await run('for _ in range(30): print("x" * 1_000_000, end="")')
  expect(stdout).toHaveLength(limits.shownBytes)
  expect(cuts.at(-1)).toEqual({ lines: 0, bytes: 30_000_000 })
  expect(done.whole().size).toBe(limits.wholeBytes)
})

test('a source of 10 MB runs', async () => {
  const { stdout } = await run(`#${'x'.repeat(10_000_000)}\nprint("ok")`)
  expect(stdout).toBe('ok\n')
})

test('a sleep blocks the event loop, and a task group waits in turn', async () => {
  const { stdout } = await run(`
import asyncio, time
async def block(n):
    time.sleep(0.1)
    return n
async def main():
    begun = time.monotonic()
    print(await asyncio.gather(block(1), block(2), block(3)), time.monotonic() - begun >= 0.3)
    order = []
    async def nap(n):
        await asyncio.sleep(n / 20)
        order.append(n)
    async with asyncio.TaskGroup() as group:
        for n in (3, 1, 2): group.create_task(nap(n))
    print(order)
asyncio.run(main())
try: asyncio.get_event_loop()
except RuntimeError as error: print(error)
for wrong in (-1, "x"):
    try: time.sleep(wrong)
    except (ValueError, TypeError) as error: print(type(error).__name__)`)
  expect(stdout).toBe('[1, 2, 3] True\n[1, 2, 3]\nThere is no current event loop in thread \'MainThread\'.\nValueError\nTypeError\n')
})
