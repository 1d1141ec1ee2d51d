/**
 * The format of `recordings/<snippet>.json`: what a snippet did when it was run.
 * One recording serves as first paint, as the PDF's picture, as the fallback, and as the golden file.
 */
import { z } from '../schema.ts'
import type { Exploration } from '../schedules/exploration.ts'
import { findingSchema } from '../memory/findings.ts'
import { decodeTrace, type WireEvent } from '../trace/wire.ts'

export const outputChunkSchema = z.object({
  stream: z.enum(['stdout', 'stderr']),
  text: z.string(),
})

function isTrace(value: unknown): boolean {
  try {
    return Boolean(decodeTrace(value))
  }
  catch {
    return false
  }
}

export const recordingSchema = z.object({
  format: z.literal(1),
  /** Identity of the snippet: its path below snippets/, with `#region` where there is one. */
  snippet: z.string(),
  /** SHA-256 of the source that was run, in hex. */
  source: z.string(),
  /** For instance `3.14.2`. */
  python: z.string(),
  /** For instance `314.0.7`. */
  pyodide: z.string(),
  /** How it ended. */
  ended: z.enum(['done', 'raised', 'exited']),
  /** The line at fault, counted from 1, where an exception ended it. */
  line: z.number().int().positive().nullable(),
  /** Output in order, adjacent pieces of one stream joined, as printed (runtime/run/normalise.ts compares); a traceback is its last stderr piece. */
  output: z.array(outputChunkSchema),
  /** What happened, for the picture of a cell with a `view`. */
  trace: z.custom<WireEvent[]>(isTrace).optional(),
  /** What came of the search for a bad schedule, for a cell whose view shows that. */
  exploration: z.custom<Exploration>(value => typeof value === 'object' && value !== null && 'schedules' in value).optional(),
  /** What the objects were like, line by line, for a cell with a view of them; runtime/memory/objects/decode-scenes.ts checks them. */
  objects: z.array(z.array(z.unknown())).optional(),
  /** What a look at its memory found, for a cell with such a view. */
  findings: z.array(findingSchema).optional(),
  /** Milliseconds of real time on the recording machine; not compared. */
  duration: z.number().nonnegative(),
})

export type Recording = z.infer<typeof recordingSchema>
