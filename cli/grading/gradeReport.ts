/** A verdict as text for the terminal. */
import type { Exercise } from '../../runtime/grading/exercise.ts'
import type { CheckVerdict, Verdict, Witness } from '../../runtime/grading/verdict.ts'
import { stepsTable } from '../run/exploreFile.ts'

const signs: Record<CheckVerdict['status'], string> = { pass: '✓', fail: '✗', error: '!', waiting: '·', running: '…' }

/** `short` is a line an exercise, with only the first message. */
export function describeVerdict(verdict: Verdict, exercise: Exercise, answer: string, short: boolean): string {
  const points = verdict.possible > 0 ? `  ${verdict.points}/${verdict.possible}` : ''
  const head = `${verdict.status === 'pass' ? '✓' : '✗'} ${exercise.id.padEnd(24)}${points}  ${verdict.message}`
  const failed = verdict.checks.filter(({ status }) => status === 'fail' || status === 'error')
  if (short) return failed.length > 0 ? `${head}\n    ${failed[0]!.title} ${firstLine(failed[0]!.message)}` : head
  const checks = verdict.checks.map(check => describeCheck(check, answer))
  return [head, ...checks].join('\n')
}

function firstLine(text: string | null): string {
  return text?.split('\n')[0] ?? ''
}

function describeCheck(check: CheckVerdict, answer: string): string {
  const lines = [`  ${signs[check.status]} ${check.title}  (${check.earned}/${check.points})`]
  if (check.message) lines.push(indent(check.message))
  if (check.witness) lines.push(indent(describeWitness(check.witness, answer)))
  if (check.output && check.status !== 'pass') lines.push(indent(`It printed:\n${check.output.trimEnd()}`))
  return lines.join('\n')
}

const indent = (text: string) => text.replace(/^/gm, '      ')

/** What proves that the answer is wrong, as a table. */
export function describeWitness(witness: Witness, answer: string): string {
  if (witness.kind === 'schedule') {
    const { failure, schedules } = witness
    const count = failure.preemptions === 1 ? '1 preemption' : `${failure.preemptions} preemptions`
    return `Schedule ${schedules} fails, with ${count}:\n${stepsTable(failure.steps, answer)}`
  }
  if (witness.kind === 'numbers') {
    const signs = { less: 'at most', more: 'at least', equal: 'exactly' }
    return table(witness.rows.map(({ what, value, limit, unit, better }) => [what, `${value} ${unit}`.trim(), `${signs[better]} ${limit} ${unit}`.trim()]))
  }
  if (witness.kind === 'events') return table(witness.rows.map(({ at, who, what }) => [at === null ? '' : `${at} s`, who, what]))
  const named = new Map(witness.objects.map(object => [object.id, object.text]))
  return table(witness.references.map(({ from, to, label, weak }) => [named.get(from)!, `${weak ? 'weakly ' : ''}${label}`, '→', named.get(to)!]))
}

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]!.length))) ?? []
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}
