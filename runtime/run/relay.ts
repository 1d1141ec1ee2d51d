/** What a run tells of itself, handed on to who listens to it. */
import type { Finding } from '../memory/findings.ts'
import type { RunMessage } from '../border/messages.ts'
import type { Job } from './job.ts'
import type { WireScene } from '../memory/objects/scene.ts'
import type { WireEvent } from '../trace/wire.ts'

type Told = Extract<RunMessage, { kind: 'output' | 'objects' | 'trace' | 'found' | 'progress' | 'graded' }>

/** Hands a message on; false where it asks for more than that. */
export function relay(message: RunMessage, { collector, listener }: Pick<Job, 'collector' | 'listener'>): message is Told {
  if (message.kind === 'output') collector.take(message.output)
  else if (message.kind === 'objects') listener.objects?.(JSON.parse(message.scenes) as WireScene[])
  else if (message.kind === 'trace') listener.trace?.(JSON.parse(message.events) as WireEvent[])
  else if (message.kind === 'found') listener.found?.(JSON.parse(message.finding) as Finding)
  else if (message.kind === 'progress') listener.progress?.(message.schedules)
  else if (message.kind === 'graded') listener.graded?.(message.event)
  else return false
  return true
}
