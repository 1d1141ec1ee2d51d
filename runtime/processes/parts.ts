/** How a child's worker gets what an interpreter is made of: from its parent's, without the page in between. */
import type { HandedParts } from '../machine.ts'

/** A parent that has ended sends nothing: after so many ms the child fetches by itself. */
const patience = 2000

/** Sends what this worker's interpreters are made of; null where there is no snapshot. */
export function sendParts(port: MessagePort, parts: HandedParts | null): void {
  port.postMessage(parts)
  port.close()
}

/** What the parent sends; null where it has nothing to send. */
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
