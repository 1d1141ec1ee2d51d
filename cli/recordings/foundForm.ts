/** What must be the same in every run of what a look found. */
import { allocationsStory } from '../../runtime/memory/allocations.ts'
import { allocationsSchema } from '../../runtime/memory/findings.ts'
import type { Recording } from '../../runtime/run/recording.ts'

/**
 * Lines to compare: all but how long it took; of allocations what is large, to two digits, since some hundred
 * bytes depend on what the interpreter has in reserve; of a program that varies only that there is something.
 */
export function foundForm(findings: Recording['findings'], isVarying: boolean): string[] {
  if (!findings) return ['(nothing was looked at)']
  if (isVarying) return ['(findings)']
  if (findings.some(({ kind }) => kind === 'sample')) return allocationForm(findings)
  return findings.map(finding => JSON.stringify(finding, (key, value: unknown) => key === 'took' ? 0 : value))
}

function allocationForm(findings: NonNullable<Recording['findings']>): string[] {
  const { samples, profiles, peak, blind } = allocationsStory(findings.map(finding => allocationsSchema.parse(finding)))
  const digits = (bytes: number) => Math.abs(bytes) < peak / 20 ? 'little' : `${Number(bytes.toPrecision(2))} bytes`
  return [
    `(at most ${digits(peak)}${blind ? ', then blind' : ''})`,
    ...(samples.at(-1)?.lines ?? []).filter(([, bytes]) => bytes >= peak / 20).map(([line, bytes]) => `(line ${line}: ${digits(bytes)} at the end)`),
    ...profiles.flatMap(({ name, rows }) => rows.map(([line, usage, more, times]) => `(${name}, line ${line}: ${digits(usage)}, ${digits(more)} more, ${times} times)`)),
  ]
}
