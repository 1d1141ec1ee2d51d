/** Traces of real runs, for tests. */
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import type { RunRequest } from '../../../runtime/border/protocol.ts'
import type { Session } from '../../../runtime/run/session.ts'
import type { Trace, TraceEvent } from '../../../runtime/trace/trace.ts'

export interface Traced {
  trace: Trace
  wire: WireEvent[]
  stdout: string
  virtual: number | null
}

/** Runs a program to its end, traced or not. */
export async function traced(session: Session, source: string, how: Partial<RunRequest> = {}): Promise<Traced> {
  const wire: WireEvent[] = []
  let stdout = ''
  const run = session.run({ file: 'gil/test.py', source, trace: true, ...how }, {
    output: chunks => chunks.forEach(chunk => (stdout += chunk.stream === 'stdout' ? chunk.text : '')),
    cut: () => {},
    input: async () => 'typed',
    started: () => {},
    trace: events => wire.push(...events),
  })
  const result = await run.result
  return { trace: decodeTrace(wire), wire, stdout, virtual: 'virtual' in result ? result.virtual : null }
}

/** The events of one kind, or of several. */
export function only<K extends TraceEvent['kind']>({ events }: Trace, ...kinds: K[]): (TraceEvent & { kind: K })[] {
  return events.filter((event): event is TraceEvent & { kind: K } => (kinds as string[]).includes(event.kind))
}

/** Events as short lines: who, where, what, and the values of the named fields. */
export function told(events: TraceEvent[], ...fields: string[]): string[] {
  return events.map(event => [event.thread, event.line ?? '-', event.kind,
    ...fields.map(field => String((event as unknown as Record<string, unknown>)[field]))].join(' '))
}
