import { relative } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

/** What a step counts. */
export interface Count {
  passed: number
  failed: number
  /** Names of the tests that did not run. */
  skipped: string[]
}

const reportSchema = z.object({
  testResults: z.array(z.object({
    name: z.string(),
    status: z.string(),
    assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
  })),
})

/**
 * Counts the tests in vitest's JSON report. A file that could not be run counts as one failure, and so
 * does an exit code other than 0 that no test explains, or a missing report (null).
 */
export function countVitest(report: string | null, code: number): Count {
  if (report === null) return { passed: 0, failed: 1, skipped: [] }
  const count: Count = { passed: 0, failed: 0, skipped: [] }
  for (const file of reportSchema.parse(JSON.parse(report)).testResults) {
    const before = count.failed
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') count.passed++
      else if (status === 'failed') count.failed++
      else count.skipped.push(`${relative(root, file.name)} › ${fullName}`)
    }
    if (file.status === 'failed' && count.failed === before) count.failed++
  }
  if (code !== 0 && count.failed === 0) count.failed++
  return count
}
