/**
 * What looks at a program's memory have found (python/lab/memory/look.py), in order.
 * They cross borders, and are recorded, as JSON; each view reads its own kinds and checks them, once.
 */
import type { LookName } from './lookNames.ts'
import { z } from '../schema.ts'

/** A finding as it comes: an object with a `kind` and the program's `line`, 0 for none. */
export const findingSchema = z.looseObject({ kind: z.string(), line: z.number().int().nonnegative() })
export type Finding = z.infer<typeof findingSchema>

const whole = z.number().int()
const at = { line: whole.nonnegative() }

/** There was more than is told: up to `line`, and `limit`, for instance `400 moments`, is why. */
const cut = z.object({ kind: z.literal('cut'), ...at, limit: z.string().optional() })
/** From `line` on less is told, since so much was before. */
const few = z.object({ kind: z.literal('few'), ...at })

export const collectorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('collector'), ...at, python: z.string(), incremental: z.boolean(), thresholds: z.array(whole) }),
  /** Before a line, when `at` lines had been reached: `gc.get_count()`; tracked objects, young and old, more than at the beginning, null where they are too many to count. */
  z.object({ kind: z.literal('counts'), ...at, at: whole, counts: z.array(whole), tracked: z.tuple([whole, whole]).nullable(), enabled: z.boolean() }),
  /** `took` is in microseconds of real time; `young` are the young objects before the last line. */
  z.object({ kind: z.literal('collection'), ...at, at: whole, young: whole, why: z.enum(['asked', 'automatic', 'engine']), took: whole, generation: whole, collected: whole, uncollectable: whole }),
  /** A function of the program that a collection called; told before the collection, which ends after it. */
  z.object({ kind: z.literal('call'), ...at, name: z.string(), finalizer: z.boolean() }),
  z.object({
    kind: z.literal('steps'),
    ...at,
    nodes: z.array(z.object({ type: z.string(), name: z.string().nullable(), count: whole, inner: whole, fate: z.enum(['held', 'reached', 'garbage']) })),
    edges: z.array(z.tuple([whole, whole])),
    more: whole,
  }),
  /** The program took the look's function out of `gc.callbacks`, or changed what a look stands on: what comes later is not told. */
  z.object({ kind: z.literal('blind'), ...at }),
  /** Of later collections only those are told that found something. */
  few,
  cut,
])
export type CollectorFinding = z.infer<typeof collectorSchema>

/** Of a line: its number, bytes, blocks. */
const lineBytes = z.tuple([whole, whole, whole])

export const allocationsSchema = z.discriminatedUnion('kind', [
  /** Before a line: bytes alive, the most since the sample before and the line that was done then, 0 for none, what the interpreter has taken from the browser, and of each line what it allocated that is alive, where it was counted. */
  z.object({ kind: z.literal('sample'), ...at, current: whole, peak: whole, of: whole, memory: whole.optional(), lines: z.array(lineBytes).nullable() }),
  /** A function marked `@profile`: lines with bytes alive, bytes more than before, and how often. */
  z.object({ kind: z.literal('profile'), ...at, name: z.string(), rows: z.array(z.tuple([whole, whole, whole, whole])) }),
  /** The program stopped tracemalloc, or changed what a look stands on. */
  z.object({ kind: z.literal('blind'), ...at }),
  /** Bytes by line are counted at the end only. */
  few,
  cut,
])
export type AllocationsFinding = z.infer<typeof allocationsSchema>

/** Blocks in order: `+` in use, `-` freed, `.` never used, a number after each that is repeated, for instance `+3-.2`. */
const marks = z.string().regex(/^(?:[+.-]\d*)*$/)

export const poolsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pools'),
    ...at,
    /** `alloc(64)`, `free`; `line` where the program's own objects ask: then `count` blocks were asked for, and `given` back. */
    did: z.string(),
    count: whole,
    given: whole.optional(),
    arenas: whole,
    pools: whole,
    blocks: whole,
    unused: whole,
    /** Arenas, pools and blocks of the same program on a real CPython, where it was recorded. */
    recorded: z.tuple([whole, whole, whole]).optional(),
    /** Blocks of malloc. */
    large: whole,
    /** Arenas that changed; pools in order as `[block size or 0, blocks in use, how many such]`. */
    changed: z.array(z.object({ slot: whole, total: whole, pools: z.array(z.tuple([whole, whole, whole])) })),
    /** Arenas that went back to the system. */
    gone: z.array(whole),
    /** The pool touched last. */
    pool: z.object({ slot: whole, place: whole, size: whole, used: whole, next: whole, blocks: marks }).nullable(),
  }),
  z.object({ kind: z.literal('blind'), ...at }),
  cut,
])
export type PoolsFinding = z.infer<typeof poolsSchema>

export const blocksSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('blocks'),
    ...at,
    taken: whole,
    given: whole,
    /** Blocks of the program that are in use, and the bytes that were asked for with them. */
    alive: whole,
    bytes: whole,
    /** Pages that changed: the address of the first block, the distance of blocks, 0 where only one was ever seen. */
    pages: z.array(z.object({ page: whole, first: whole, size: whole, blocks: marks })),
    /** Pages that are not told. */
    more: whole,
  }),
  z.object({ kind: z.literal('blind'), ...at }),
  cut,
])
export type BlocksFinding = z.infer<typeof blocksSchema>

/** What each look can find. */
export const findingSchemas: Record<LookName, z.ZodType<Finding>> = { collector: collectorSchema, allocations: allocationsSchema, pools: poolsSchema, blocks: blocksSchema }
