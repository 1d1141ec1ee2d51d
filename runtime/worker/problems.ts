/** What can keep Python from running, each in one sentence for the person in front of it. */
import type { LoadFault } from '../boot/downloads.ts'
import { limits } from '../limits.ts'
import type { Problem } from '../border/protocol.ts'
import { silenceLimits } from '../boot/silence.ts'

const loadSentences: Record<LoadFault, string> = {
  network: 'Python could not be fetched: check the network, then try again.',
  gone: 'The site has this version’s Python no longer: a newer one has been published. Reload the page; what you typed is kept.',
  server: 'Python could not be fetched: the site answers with a fault of its own. Wait a moment, then try again.',
  silent: `Python could not be fetched: nothing has come for ${silenceLimits.most} seconds. Check the network, then try again.`,
  broken: 'Something else came in Python’s place, or only a part of it, as in a network that asks for a login first. Open the site in a new tab to see, then try again.',
}

/** Python's files did not come. */
export function loadProblem(fault: LoadFault): Problem {
  return { kind: 'network', sentence: loadSentences[fault] }
}

/** What this browser lacks to run Python; null where it has all. */
export function missingAbility(): Problem | null {
  if (typeof WebAssembly !== 'object') {
    return {
      kind: 'no-webassembly',
      sentence: 'This browser has no WebAssembly (or it is switched off), so Python cannot run here; the recorded output stays.',
    }
  }
  if (!('Suspending' in WebAssembly)) {
    return {
      kind: 'no-jspi',
      sentence: 'This browser cannot pause WebAssembly (JSPI); use Chrome or Edge 137, Firefox 153, Safari 27 or later to run Python.',
    }
  }
  return null
}

/** Python was fetched and would not start. */
export function unloadable(error: unknown): Problem {
  return { kind: 'fatal', sentence: `Python could not be started: ${brief(error)}` }
}

/** The interpreter died while a program ran. */
export function fatalProblem(error: unknown, heapBytes: number): Problem {
  const text = brief(error)
  if (/Maximum call stack|stack overflow|too much recursion/i.test(text)) {
    return {
      kind: 'fatal',
      sentence: 'The interpreter ran out of stack (a recursion too deep, or a long chain of objects freed at once) and was replaced by a new one; a desktop Python has more room.',
    }
  }
  if (/out of memory|allocation failed|memory allocation/i.test(text) || heapBytes > limits.heapBytes * 0.9) return memoryProblem
  return { kind: 'fatal', sentence: `The interpreter broke down and was replaced by a new one (${text}).` }
}

const memoryProblem: Problem = {
  kind: 'memory',
  sentence: `The program used up the memory that a cell may have (${limits.heapBytes / 2 ** 30} GiB), and the interpreter was replaced by a new one.`,
}

/** The worker itself ended. */
export function crashed(message: string): Problem {
  if (/memory/i.test(message)) return memoryProblem
  return { kind: 'fatal', sentence: `The interpreter ended unexpectedly and was replaced by a new one${message ? ` (${message})` : ''}.` }
}

function brief(error: unknown): string {
  return String(error instanceof Error ? `${error.name}: ${error.message}` : error).split('\n')[0]!.slice(0, 160)
}
