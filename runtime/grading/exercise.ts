/** An exercise, as its folder under `exercises/` holds it. */
import { parse } from 'yaml'
import { z } from '../schema.ts'

const frontMatterSchema = z.object({
  title: z.string().min(1),
  /** `M0` to `M10`. */
  module: z.string().regex(/^M(\d|10)$/),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutes: z.number().int().positive(),
  concepts: z.array(z.string()).min(1),
  /** Solved together in the room; the others are for home. */
  room: z.boolean().default(false),
})

export interface Exercise extends z.infer<typeof frontMatterSchema> {
  /** The folder's name, for instance `22-safe-counter`. */
  id: string
  /** Tells one edition from the next: attempts and points are kept for one. */
  version: string
  /** Markdown. */
  task: string
  /** Markdown, from a nudge to the shape of the code. */
  hints: string[]
  starter: string
  solution: string
  /** The source of check.py. */
  check: string
}

/** The files that every exercise has; `wrong/*.py` are for the tests only. */
export const exerciseFiles = ['README.md', 'starter.py', 'solution.py', 'check.py'] as const
export type ExerciseFiles = Record<typeof exerciseFiles[number], string>

const readme = /^---\n(?<front>[\s\S]*?)\n---\n(?<task>[\s\S]*?)\n## Hints\n(?<hints>[\s\S]*)$/

/**
 * Reads an exercise.
 * @throws Error with one sentence that names the file and what is wrong in it.
 */
export function parseExercise(id: string, files: ExerciseFiles): Exercise {
  const parts = readme.exec(files['README.md'].replaceAll('\r\n', '\n'))?.groups
  if (!parts) throw new Error(`exercises/${id}/README.md must be front matter, the task, and "## Hints" with a numbered list.`)
  const front = frontMatterSchema.safeParse(parse(parts.front!))
  if (!front.success) throw new Error(`exercises/${id}/README.md: ${z.prettifyError(front.error)}`)
  const hints = parts.hints!.split(/^\d+\. /m).slice(1).map(hint => hint.trim().replace(/\n {3}/g, '\n'))
  if (hints.length < 3) throw new Error(`exercises/${id}/README.md has ${hints.length} hints; it needs three or more.`)
  return {
    ...front.data,
    id,
    version: editionOf([files['starter.py'], files['check.py'], parts.task!]),
    task: parts.task!.trim(),
    hints,
    starter: files['starter.py'],
    solution: files['solution.py'],
    check: files['check.py'],
  }
}

/** A short name for these texts: FNV-1a, 32 bits; it tells editions apart and guards nothing. */
function editionOf(texts: string[]): string {
  let hash = 0x811C9DC5
  for (const byte of new TextEncoder().encode(texts.join('\0'))) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
