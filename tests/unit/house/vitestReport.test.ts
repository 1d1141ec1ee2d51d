/** What `npm test` counts of vitest's report. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../cli/root.ts'
import { countVitest } from '../../../cli/testing/vitest-report.ts'

const report = (status: string, ...tests: [name: string, status: string, ...messages: string[]][]) => JSON.stringify({
  testResults: [{ name: join(root, 'tests/unit/a.test.ts'), status, assertionResults: tests.map(([fullName, status, ...failureMessages]) => ({ fullName, status, failureMessages })) }],
})

test('counts each test, and names those that were left out or passed only when tried again', () => {
  expect(countVitest(report('failed', ['one', 'passed'], ['two', 'failed', 'Error: no'], ['three', 'skipped'], ['four', 'passed', 'Error: late\n  at x']), 1)).toEqual({
    passed: 2, failed: 1, skipped: ['tests/unit/a.test.ts › three'], unsteady: ['tests/unit/a.test.ts › four: Error: late'],
  })
})

test('a file that could not be run, a status that no test explains, and no report are a failure', () => {
  expect(countVitest(report('failed'), 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(countVitest(report('passed', ['one', 'passed']), 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(countVitest(null, 0)).toMatchObject({ passed: 0, failed: 1 })
})
