/** What of a program's memory can be looked at (python/lab/memory/by_name.py); each has a view of the same name. */
export const lookNames = ['collector', 'allocations', 'pools', 'blocks'] as const
export type LookName = typeof lookNames[number]

/** What a view looks at; undefined for those that are drawn from a trace. */
export function lookOf(view: string | undefined): LookName | undefined {
  return lookNames.find(name => name === view)
}
