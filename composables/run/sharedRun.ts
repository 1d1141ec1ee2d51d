/** What the audience's windows get to know of a run in the presenter's window, and whether what comes is one. */
import { decodeScenes } from '../../runtime/memory/objects/decode-scenes.ts'
import { findingSchemas, type Finding } from '../../runtime/memory/findings.ts'
import type { LookName } from '../../runtime/memory/lookNames.ts'
import type { OutputChunk } from '../../runtime/border/protocol.ts'
import type { WireScene } from '../../runtime/memory/objects/scene.ts'
import { decodeTrace, type WireEvent } from '../../runtime/trace/wire.ts'
import { z } from '../../runtime/schema.ts'
import type { Cut, RunPhase } from './useCellRun.ts'

export interface SharedRun {
  /** Tells one run from the next. */
  id: string
  source: string
  phase: RunPhase
  /** The last part of the output. */
  output: OutputChunk[]
  cut: Cut | null
  /** What `input()` asks, where it waits. */
  prompt: string | null
  /** What happened in it, when it is over; null where that is not known, or too much to send. */
  trace: WireEvent[] | null
  /** What its objects were like, on the same terms. */
  scenes: WireScene[] | null
  /** What a look at its memory found, likewise. */
  findings: Finding[] | null
}

export interface SharedRuns {
  /** By snippet; null after a Reset. */
  runs: Record<string, SharedRun | null>
  /** Counted up to send everything once more. */
  beat: number
}

/** Characters of output that are sent along; a projector shows less than that. */
export const sharedOutputLength = 20_000

/** Events of a trace that are sent along; a longer one is not sent at all. */
export const sharedTraceLength = 3_000

/** Scenes of objects that are sent along, on the same terms. */
export const sharedSceneLength = 200

/** Findings that are sent along. */
export const sharedFindingsLength = 1_000

/** Characters of a program; a longer one is not shown elsewhere. */
export const sharedSourceLength = 200_000

const count = z.number().int().nonnegative()
const ended = { duration: z.number().nonnegative(), virtual: z.number().nonnegative().nullable() }
const left = { ...ended, waiting: z.array(z.string()).optional() }

/** How the run of a cell can end; searches, plays and gradings are not shared. */
const resultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), ...left }),
  z.object({ kind: z.literal('raised'), error: z.object({ type: z.string(), message: z.string(), traceback: z.string(), line: count.positive().nullable() }), ...left }),
  z.object({ kind: z.literal('exited'), code: z.number(), ...left }),
  z.object({ kind: z.literal('stopped'), duration: ended.duration }),
  z.object({ kind: z.literal('lost'), problem: z.object({ kind: z.enum(['no-webassembly', 'no-jspi', 'network', 'memory', 'fatal']), sentence: z.string() }), duration: ended.duration }),
])

/** Of the kinds that the decoders of the runtime read without an error. */
function decoded<T>(decode: (wire: unknown) => unknown, longest: number): z.ZodType<T[] | null> {
  return z.custom<T[]>(value => Array.isArray(value) && value.length <= longest && reads(decode, value)).nullable()
}
function reads(decode: (wire: unknown) => unknown, wire: unknown): boolean {
  try {
    decode(wire)
    return true
  }
  catch {
    return false
  }
}

const schema = z.object({
  id: z.string().max(100),
  source: z.string().max(sharedSourceLength),
  phase: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('running') }),
    z.object({ kind: z.literal('over'), result: resultSchema }),
  ]),
  output: z.array(z.object({ stream: z.enum(['stdout', 'stderr']), text: z.string() }))
    .refine(chunks => chunks.reduce((sum, { text }) => sum + text.length, 0) <= sharedOutputLength),
  cut: z.object({ lines: count, bytes: count }).nullable(),
  prompt: z.string().max(sharedOutputLength).nullable(),
  trace: decoded<WireEvent>(decodeTrace, sharedTraceLength),
  scenes: decoded<WireScene>(decodeScenes, sharedSceneLength),
})
const shapes = new Map([undefined, ...Object.keys(findingSchemas) as LookName[]].map(look =>
  [look, schema.extend({ findings: look ? z.array(findingSchemas[look]).max(sharedFindingsLength).nullable() : z.array(z.never()).nullable() })]))

/**
 * The run that another window sent for `snippet`; null for none, and for what is not one.
 *
 * @param look what the cell's view looks at: only its findings can be drawn
 * @param last what was read before: a run that is over is read once
 */
export function readSharedRun(runs: unknown, snippet: string, look?: LookName, last: SharedRun | null = null): SharedRun | null {
  const sent = isRecord(runs) && Object.hasOwn(runs, snippet) ? runs[snippet] : null
  if (!isRecord(sent)) return null
  if (last?.phase.kind === 'over' && sent.id === last.id) return last
  return shapes.get(look)!.safeParse(sent).data ?? null
}

/** The runs in what another window sent, to add one to them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
