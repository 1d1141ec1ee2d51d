/** What the page can find out about a worker's script that does not come: a browser does not say. */
import { faultOfStatus, type LoadFault } from '../boot/downloads.ts'

/** Why a script cannot be had, in three seconds at most; null where it can. */
export async function whyNoScript(url: URL): Promise<LoadFault | null> {
  try {
    const { ok, status, headers } = await fetch(url, { signal: AbortSignal.timeout(3000) })
    if (!ok) return faultOfStatus(status)
    return /javascript/i.test(headers.get('content-type') ?? '') ? null : 'broken'
  }
  catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? 'silent' : 'network'
  }
}

/** Calls `heard` whenever something of the page has come. Returns the way to stop that. */
export function hearNetwork(heard: () => void): () => void {
  // What fails may be tried again and again, which is no sign of life.
  const hasCome = ({ responseStatus }: PerformanceResourceTiming) => responseStatus >= 200 && responseStatus < 300
  const observer = new PerformanceObserver((list) => {
    if ((list.getEntries() as PerformanceResourceTiming[]).some(hasCome)) heard()
  })
  observer.observe({ type: 'resource' })
  return () => observer.disconnect()
}
