/** How a child's worker, or the spare one, gets what an interpreter is made of: from another, without the page in between. */
import type { HandedParts } from './machine.ts'

/** A worker that has ended, or computes, sends nothing: after so many ms the other fetches by itself. */
const patience = 2000

/** Sends what this worker's interpreters are made of; null where there is no snapshot. */
export function sendParts(port: MessagePort, parts: HandedParts | null): void {
  port.postMessage(parts)
  port.close()
}

/** What is sent; null where there is nothing to send. */
export async function receiveParts(port: MessagePort): Promise<HandedParts | null> {
  const { promise, resolve } = Promise.withResolvers<HandedParts | null>()
  port.onmessage = event => resolve(event.data as HandedParts | null)
  const timer = setTimeout(() => resolve(null), patience)
  try {
    return await promise
  }
  finally {
    clearTimeout(timer)
    port.close()
  }
}
