/** Verdicts in the format that Exercism's test runners give. */
import type { CheckVerdict, Results, Verdict } from './verdict.ts'

const order: CheckVerdict['status'][] = ['pass', 'fail', 'error']

/** `check` is the source of check.py: each test comes with its own code. */
export function toResults(verdict: Verdict, check: string): Results {
  const reached = verdict.checks.filter(({ status }) => order.includes(status))
  return {
    version: 3,
    status: verdict.status,
    message: verdict.stage === 'check' ? null : verdict.message,
    tests: reached.map(({ name, status, message, output, earned, points }) => ({
      name,
      status: status as 'pass' | 'fail' | 'error',
      message,
      output: output || null,
      test_code: codeOf(name, check),
      points: earned,
      points_possible: points,
    })),
  }
}

/** The function of that name, without its decorator. */
function codeOf(name: string, check: string): string {
  const lines = check.split('\n')
  const start = lines.findIndex(line => line.startsWith(`def ${name}(`))
  if (start < 0) return ''
  const length = lines.slice(start + 1).findIndex(line => /^\S/.test(line))
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n').trimEnd()
}
