/** The checks of an exercise, known before any of them has been run. */

export interface ListedCheck {
  /** The name of the function. */
  name: string
  /** Its docstring's first line. */
  title: string
  points: number
}

const definition = /^@check(?:\((?<options>[^)]*)\))?\n(?:async )?def (?<name>\w+)\([^)]*\)[^\n]*:\n\s+"""(?<title>[^\n]*?)(?:"""|\n)/gm

/** Lists the functions of check.py that are marked as checks, as ruff formats them, in their order. */
export function listChecks(source: string): ListedCheck[] {
  return [...source.matchAll(definition)].map(({ groups }) => ({
    name: groups!.name!,
    title: groups!.title!.trim(),
    points: Number(/points=(\d+)/.exec(groups!.options ?? '')?.[1] ?? 1),
  }))
}
