/** Verdicts in the format that Exercism's test runners give. */
import type { CheckVerdict, Results, Verdict } from './verdict.ts'

const order: CheckVerdict['status'][] = ['pass', 'fail', 'error']

/** How much a test may have printed, and what stands at the end of more: both are the format's. */
const outputLength = 500
const truncated = '\nOutput was truncated. Please limit to 500 chars'

/** `check` is the source of check.py: each test comes with its own code. */
export function toResults(verdict: Verdict, check: string): Results {
  const reached = verdict.checks.filter(({ status }) => order.includes(status))
  const broken = reached.find(check => check.broken)
  const error = verdict.stage === 'check' ? broken?.message ?? null : verdict.message
  return {
    version: 3,
    status: error === null ? verdict.status : 'error',
    message: error,
    tests: reached.map(({ name, status, broken, message, output, earned, points }) => ({
      name,
      status: broken ? 'error' : status as 'pass' | 'fail' | 'error',
      message,
      output: shortened(output) || null,
      test_code: codeOf(name, check),
      points: earned,
      points_possible: points,
    })),
  }
}

function shortened(output: string): string {
  const characters = [...output]
  return characters.length <= outputLength ? output : characters.slice(0, outputLength - truncated.length).join('') + truncated
}

/** The function of that name, without its decorator. */
function codeOf(name: string, check: string): string {
  const lines = check.split('\n')
  const start = lines.findIndex(line => line.startsWith(`def ${name}(`))
  if (start < 0) return ''
  const length = lines.slice(start + 1).findIndex(line => /^\S/.test(line))
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n').trimEnd()
}
