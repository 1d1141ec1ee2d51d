import { relative } from 'node:path'
import { z } from 'zod'
import { root } from '../root.ts'

/** What a step counts. */
export interface Count {
  passed: number
  failed: number
  /** Names of the tests that did not run. */
  skipped: string[]
  /** Names of the tests that failed first and passed when they were tried again. */
  unsteady: string[]
}

/** The count of a step that is one test. */
export const countOne = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [], unsteady: [] })

const reportSchema = z.object({
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })),
  })),
})

/**
 * Counts the tests in vitest's JSON report. A file that could not be run counts as one failure, and so
 * does an exit code other than 0 that no test explains, or a missing report (null).
 */
export function countVitest(report: string | null, code: number): Count {
  if (report === null) return countOne(false)
  const count: Count = { passed: 0, failed: 0, skipped: [], unsteady: [] }
  for (const file of reportSchema.parse(JSON.parse(report)).testResults) {
    const before = count.failed
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      const name = `${relative(root, file.name)} › ${fullName}`
      if (status === 'passed') count.passed++
      else if (status === 'failed') count.failed++
      else count.skipped.push(name)
      if (status === 'passed' && failureMessages?.length) count.unsteady.push(`${name}: ${failureMessages[0]!.split('\n')[0]}`)
    }
    if (file.status === 'failed' && count.failed === before) count.failed++
  }
  if (code !== 0 && count.failed === 0) count.failed++
  return count
}
