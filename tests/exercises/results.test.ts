/** What `lab grade --json` says, by Exercism's specification of results.json, version 3. */
import { expect, test } from 'vitest'
import { readExercise } from '../../cli/grading/exercises.ts'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import { toResults } from '../../runtime/grading/results.ts'
import { useSession } from '../engine/support.ts'

const { session } = useSession()
const exercise = readExercise('22-safe-counter')

async function resultsOf(answer: string) {
  return toResults((await gradeAnswer(session(), exercise, answer, { checks: () => {} }).verdict)!, exercise.check)
}
/** The reference, with `line` as the first of its constructor. */
const withLine = (line: string) => exercise.solution.replace(/(def __init__\(self\)[^\n]*\n)(\s+)/, `$1$2${line}\n$2`)

test('an answer that passes has no message, and each test its code', async () => {
  const { version, status, message, tests } = await resultsOf(exercise.solution)
  expect({ version, status, message }).toEqual({ version: 3, status: 'pass', message: null })
  expect(tests.length).toBeGreaterThan(1)
  expect(tests.filter(({ test_code, status }) => status !== 'pass' || !/^def \w+\(answer\)/.test(test_code))).toEqual([])
})

test('a wrong answer fails, without a message for the whole', async () => {
  const { status, message, tests } = await resultsOf(exercise.starter)
  expect({ status, message }).toEqual({ status: 'fail', message: null })
  expect(tests.filter(({ status }) => status === 'fail').every(({ message }) => message)).toBe(true)
})

test.each([
  ['does not parse', 'class Counter:\n    def __init__(self)\n        pass\n', /expected ':'/],
  ['raises when it is loaded', '1 / 0\n', /ZeroDivisionError/],
  ['never ends when it is loaded', 'while True:\n    pass\n', /too long|has not ended/],
])('an answer that %s is an error, and the message says why', async (_, answer, why) => {
  const { status, message, tests } = await resultsOf(answer)
  expect({ status, tests }).toEqual({ status: 'error', tests: [] })
  expect(message).toMatch(why)
})

test.each([
  ['never ends', 'while True: pass', /too long|has not ended/],
  ['ends the interpreter', '__import__("os")._exit(3)', /os\._exit\(3\)/],
])('so is one that %s in a check', async (_, line, why) => {
  const answer = withLine(line)
  expect(answer).toContain(line)
  const { status, message, tests } = await resultsOf(answer)
  expect(status).toBe('error')
  expect(message).toMatch(why)
  expect(tests.some(({ status }) => status === 'error')).toBe(true)
})

test('a test shows at most 500 characters of what the answer printed, and says that there was more', async () => {
  const short = await resultsOf(withLine('print("é" * 100)'))
  expect(short.tests[0]!.output).toContain('é'.repeat(100))
  const long = await resultsOf(withLine('print("\\N{SNAKE}" * 5000)'))
  expect(long.tests[0]!.output).toMatch(/^🐍+\nOutput was truncated\. Please limit to 500 chars$/u)
  expect([...long.tests[0]!.output!]).toHaveLength(500)
})
