/** Why a schedule failed, in one sentence; made of what its threads read and wrote, or of what they wait for. */
import type { Exploration, Step } from './exploration.ts'

export type Failure = NonNullable<Exclude<Exploration, { error: string }>['failure']>

interface Access {
  thread: string
  line: number
  kind: 'read' | 'write'
  name: string
}

/** The cause, where it is one of those that are known for sure; null rather than a guess. */
export function causeOf(failure: Failure): string | null {
  if (failure.kind === 'deadlock') return ringOf(failure.message)
  const accesses = failure.steps.flatMap(accessesOf)
  const names = new Set(accesses.map(access => access.name))
  for (const name of names) {
    const found = staleWrite(accesses.filter(access => access.name === name))
    if (found) return found
  }
  for (const name of names) {
    const found = staleLook(accesses.filter(access => access.name === name))
    if (found) return found
  }
  return null
}

function accessesOf({ thread, line, accesses = [] }: Step): Access[] {
  return accesses.map(([kind, name]) => ({ thread, line, kind, name }))
}

/** A thread writes what it has made of a value that another has replaced since. */
function staleWrite(accesses: Access[]): string | null {
  for (const [write, { thread, kind, name }] of accesses.entries()) {
    if (kind !== 'write') continue
    const read = accesses.findLastIndex((access, index) => index < write && access.thread === thread)
    if (read < 0 || accesses[read]!.kind !== 'read') continue
    const between = accesses.findIndex((access, index) => index > read && index < write && access.kind === 'write')
    if (between < 0) continue
    const other = accesses[between]!.thread
    const otherRead = accesses.findLastIndex((access, index) => index < between && access.thread === other)
    if (otherRead >= 0 && accesses[otherRead]!.kind === 'read' && Math.max(read, otherRead) < between) return `${thread} and ${other} both read ${name} before either wrote it.`
    return `${other} wrote ${name} after ${thread} had read it and before ${thread} wrote it: that write is lost.`
  }
  return null
}

/** A thread looks, another changes what it saw, and it acts on what it had seen. */
function staleLook(accesses: Access[]): string | null {
  for (const [look, { thread, kind, line, name }] of accesses.entries()) {
    if (kind !== 'read') continue
    const own = accesses.findIndex((access, index) => index > look && access.thread === thread)
    const act = accesses.findIndex((access, index) => index >= own && access.thread === thread && access.kind === 'write')
    if (own < 0 || act < 0 || accesses[act]!.line === line) continue
    const changed = accesses.find((access, index) => index > look && index < own && access.kind === 'write')
    if (changed) return `${changed.thread} changed ${name} after ${thread} had looked at it (line ${line}) and before ${thread} changed it (line ${accesses[act]!.line}).`
  }
  return null
}

/** Who holds what and waits for what, of the threads that wait for each other in a ring. */
function ringOf(message: string): string | null {
  const waits = [...message.matchAll(/^ *(.+?) waits for (.+?), held by (.+?), line \d+$/gm)]
    .map(([, thread = '', lock = '', holder = '']) => ({ thread, lock, holder }))
  const held = new Map(waits.map(({ lock, holder }) => [holder, lock]))
  const ring = waits.filter(({ thread, holder }) => held.has(thread) && waits.some(wait => wait.thread === holder))
  if (ring.length > 1) return `${ring.map(({ thread, lock }) => `${thread} has ${held.get(thread)} and waits for ${lock}`).join('; ')}.`
  const alone = /^ *(.+?) waits for (.+?), which it holds itself/m.exec(message)
  return alone && `${alone[1]} waits for ${alone[2]}, which it holds itself.`
}
