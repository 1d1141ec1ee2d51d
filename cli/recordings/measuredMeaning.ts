/** What two runs of an experiment must have in common, however fast their machines are. */
import * as z from 'zod'

const counts = z.object({ samples: z.record(z.string(), z.unknown()) })
const refcounts = z.record(z.string(), z.looseObject({ refcount: z.unknown() }))
const races = z.record(z.string(), z.object({ runs: z.record(z.string(), z.array(z.looseObject({ lost: z.number().optional() }))) }))

/** What a run means, by name. */
function meaning(experiment: string, record: unknown): Map<string, string> {
  const { samples } = counts.parse(record)
  if (experiment === 'getrefcount') return new Map(Object.entries(refcounts.parse(samples)).map(([name, { refcount }]) => [name, `${refcount}`]))
  if (experiment === 'races') {
    return new Map(Object.entries(races.parse(samples)).map(([name, { runs }]) =>
      [name, Object.values(runs).flat().some(({ lost }) => lost) ? 'loses updates' : 'loses none']))
  }
  return new Map(Object.entries(samples).map(([name, value]) => [name, JSON.stringify(value)]))
}

/** The sentence that says what is no longer so; null where all is, or where only durations were measured. */
export function differing(experiment: string, before: unknown, now: unknown): string | null {
  if (!['getrefcount', 'gc_semantics', 'races'].includes(experiment)) return null
  const recorded = meaning(experiment, before)
  const changed = [...meaning(experiment, now)].filter(([name, value]) => recorded.has(name) && recorded.get(name) !== value)
  if (changed.length === 0) return null
  return `${experiment}: ${changed.map(([name, value]) => `${name} was ${recorded.get(name)} and is ${value}`).join('; ')}.`
}
