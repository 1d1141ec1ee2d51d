/** What a worker offers to the session: load, then run programs, each in an interpreter of its own. */
import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import { boot, type Foundry } from '../boot/boot.ts'
import { LoadError, type LoadProgress } from '../boot/downloads.ts'
import type { ReadAsset } from '../boot/manifest.ts'
import { heapOf } from '../boot/interpreterMemory.ts'
import type { Interpreter, RunMessage } from '../border/messages.ts'
import { loadProblem, missingAbility, unloadable } from './problems.ts'
import { receiveParts, sendParts } from '../boot/parts.ts'
import { runProgram } from './program.ts'

/**
 * A worker that has made so many interpreters, or one with so much memory, is replaced by a new one:
 * engines are slow to collect WebAssembly memory, which goes at once when its worker ends.
 */
const interpretersPerWorker = 4
const keptHeapBytes = 128 * 2 ** 20

/** Of some 20 ms each, after which the engine has compiled the most used of the interpreter anew. */
const warmUpSteps = 24

/** The worker's side, where `reader(base)` says how assets are read; `close` takes away, before the first program, what leads out of the worker. */
export function createWorkerInterpreter(reader: (base: string) => ReadAsset, close: () => void): Interpreter {
  let foundry: Foundry | null = null
  let next: Promise<PyodideAPI> | null = null
  let isSpent = false
  let made = 1
  let isWanted = false

  return {
    async load({ base }, port, parts) {
      const progress = (now: LoadProgress) => port.postMessage(now)
      progress({ part: 0, silent: 0 })
      const missing = missingAbility()
      if (missing) return { ok: false, problem: missing }
      try {
        const handed = parts && await receiveParts(parts)
        foundry = await boot({ base, read: reader(base), progress, handed, listen: heard => void (port.onmessage = heard) })
        close()
        next = Promise.resolve(foundry.first)
        const { python, pyodide } = foundry.manifest
        return { ok: true, python, pyodide, fromSnapshot: foundry.fromSnapshot }
      }
      catch (error) {
        return { ok: false, problem: error instanceof LoadError ? loadProblem(error.fault) : unloadable(error) }
      }
    },

    async run(request, port, rope) {
      isWanted = true
      const pyodide = await (next ?? foundry!.create())
      next = null
      const result = await runProgram(pyodide, request, port, foundry!.parts, rope)
      isSpent = heapOf(pyodide) > keptHeapBytes || result.kind === 'lost'
      const ended: RunMessage = { kind: 'ended', result }
      port.postMessage(ended)
    },

    hand(port) {
      sendParts(port, foundry?.parts ?? null)
    },

    async renew() {
      if (isSpent || !foundry?.fromSnapshot || made++ >= interpretersPerWorker) return false
      next = foundry.create()
      return next.then(() => true, () => false)
    },

    async warmUp() {
      if (!foundry?.fromSnapshot || isWanted) return
      const pyodide = await foundry.create()
      const step = pyodide.pyimport('lab.run.warm_up').step as PyCallable
      for (let number = 0; number < warmUpSteps && !isWanted; number++) await step.callPromising(number)
    },

    rest() {
      isWanted = true
    },
  }
}
