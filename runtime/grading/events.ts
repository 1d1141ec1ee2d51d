/** What the grader inside the interpreter tells, read and checked where it enters. */
import { z } from '../schema.ts'
import type { CheckVerdict } from './verdict.ts'
import { witnessKindSchema } from './verdict.ts'

const witnessSchema = z.looseObject({ kind: witnessKindSchema }).nullable()
  .transform(witness => witness as unknown as CheckVerdict['witness'])

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('checks'), nonce: z.string(), checks: z.array(z.object({ name: z.string(), title: z.string(), points: z.number() })) }),
  z.object({ event: z.literal('loading'), nonce: z.string() }),
  z.object({ event: z.literal('running'), nonce: z.string(), name: z.string() }),
  z.object({
    event: z.literal('verdict'),
    nonce: z.string(),
    name: z.string(),
    status: z.enum(['pass', 'fail', 'error']),
    message: z.string().nullable(),
    broken: z.boolean(),
    output: z.string(),
    witness: witnessSchema,
    schedules: z.number(),
  }),
])

export type GradedEvent = z.infer<typeof eventSchema>

/** Reads an event; null where it is not the grader's own. */
export function decodeGraded(text: string, nonce: string): GradedEvent | null {
  try {
    const event = eventSchema.parse(JSON.parse(text))
    return event.nonce === nonce ? event : null
  }
  catch {
    return null
  }
}
