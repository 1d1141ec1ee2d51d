/**
 * A bell that the page rings for a worker that computes and so takes no messages.
 *
 * The two have no memory in common where the page is not cross-origin isolated. But the page can take back the URL
 * of a blob, and a worker can ask for that URL while it computes: by a synchronous request, which takes 1 to 3 ms.
 */
import type { Rope } from '../border/messages.ts'
import { realNow } from './time.ts'

export interface Bell {
  rope: Rope
  ring: () => void
}

/** The worker listens every so many ms; less often where it takes long, so that it costs one part in a hundred. Memory in common is looked at more often. */
const [shortest, longest, share] = [100, 250, 100]
const shortestInCommon = 20

export function hangBell(): Bell {
  if (typeof crossOriginIsolated !== 'boolean' || crossOriginIsolated) {
    const rope = new SharedArrayBuffer(4)
    return { rope, ring: () => void Atomics.store(new Int32Array(rope), 0, 1) }
  }
  const rope = URL.createObjectURL(new Blob([]))
  return { rope, ring: () => URL.revokeObjectURL(rope) }
}

/** Whether the bell has been rung, as far as was heard when it was last listened for. */
export function listenFor(rope: Rope): () => boolean {
  const isUrl = typeof rope === 'string'
  let next = realNow() + (isUrl ? shortest : shortestInCommon)
  return () => {
    const begun = realNow()
    if (begun < next) return false
    const isRung = isUrl ? canAsk() && !isThere(rope) : Atomics.load(new Int32Array(rope), 0) !== 0
    const now = realNow()
    next = now + (isUrl ? Math.min(longest, Math.max(shortest, (now - begun) * share)) : shortestInCommon)
    return isRung
  }
}

/** Kept here, since the worker's global scope has it no longer when a program runs (`realm.ts`). */
const Request = globalThis.XMLHttpRequest

let asks: boolean | null = null

/** Not where a policy forbids such requests: then no URL seems to be there. */
function canAsk(): boolean {
  if (asks === null) {
    const url = URL.createObjectURL(new Blob([]))
    asks = isThere(url)
    URL.revokeObjectURL(url)
  }
  return asks
}

function isThere(url: string): boolean {
  const request = new Request()
  request.open('GET', url, false)
  try {
    request.send()
    return request.status === 200
  }
  catch {
    return false
  }
}
