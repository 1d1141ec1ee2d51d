/** Runs a Python file on the interpreter that the cells use, in the terminal. */
import { createInterface } from 'node:readline'
import { readFileSync, writeFileSync } from 'node:fs'
import { openNodeSession } from '../../runtime/run/node.ts'
import { toChromeTrace } from '../../runtime/trace/lanes/chrome-trace.ts'
import { decodeTrace, type WireEvent } from '../../runtime/trace/wire.ts'
import { explainError } from '../../runtime/run/errors/explain.ts'
import type { OutputChunk, PythonError, RunResult } from '../../runtime/border/protocol.ts'
import { prepareAssets } from '../boot/assets.ts'
import { modulesBeside } from './modulesBeside.ts'

export interface RunOptions {
  /** Seconds; 0 for ever. */
  timeout: number
  json: boolean
  clock: 'virtual' | 'real'
  seed: number
  switch: 'gil' | 'every-bytecode'
  /** Where to write what happened, in the Chrome Trace Event format. */
  trace?: string
}

/** Returns the exit status: 0, 1 for an uncaught exception, 3 for a deadlock, 124 for a timeout, 130 for Ctrl+C, else the program's own. */
export async function runFile(path: string, { timeout, json, clock, seed, trace, switch: switching }: RunOptions): Promise<number> {
  const source = read(path)
  const modules = modulesBeside(path, source)
  await prepareAssets(line => process.stderr.write(`${line}\n`))
  const text = { stdout: '', stderr: '' }
  const write = ({ stream, text: piece }: OutputChunk) => {
    if (json) text[stream] += piece
    else process[stream].write(piece)
  }
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const session = openNodeSession(undefined, { single: true })
  const happened: WireEvent[] = []
  const run = session.run({ file: path, source, modules, clock, seed, switch: switching, terminal: true, trace: json || trace !== undefined }, {
    output: chunks => chunks.forEach(write),
    cut: () => {},
    started: () => {},
    trace: events => happened.push(...events),
    input: async () => {
      const { value, done } = await lines.next()
      return done ? null : value
    },
  })
  let late = false
  const timer = timeout > 0 && setTimeout(() => {
    late = true
    run.stop()
  }, timeout * 1000)
  process.once('SIGINT', run.stop)
  const result = await run.result
  if (timer) clearTimeout(timer)
  await session.close()
  process.stdin.destroy()
  if (result.kind === 'raised') write({ stream: 'stderr', text: result.error.traceback + missing(result.error, source) })
  if (result.kind === 'lost') write({ stream: 'stderr', text: `${result.problem.sentence}\n` })
  if ('waiting' in result && result.waiting) write({ stream: 'stderr', text: `Still waiting when the program ended: ${result.waiting.join('; ')}.\n` })
  if (late) write({ stream: 'stderr', text: `The program was stopped after ${timeout} s.\n` })
  const status = late ? 124 : statusOf(result)
  const whole = decodeTrace(happened)
  if (trace !== undefined) save(trace, JSON.stringify(toChromeTrace(whole, path)))
  const { events, objects, cut } = whole
  if (json) console.log(JSON.stringify({ status, ...text, result, events, objects, events_cut: cut, duration_virtual_s: 'virtual' in result ? result.virtual : null }))
  return status
}

/** Why a module is not here, and what is; a terminal has no other words for errors than CPython's. */
function missing(error: PythonError, source: string): string {
  const explained = error.type === 'ModuleNotFoundError' ? explainError(error, source) : null
  return explained ? `${explained.sentence}\n` : ''
}

/** The text of a file. Throws with a sentence where there is none. */
export function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    throw new Error(`The file ${path} cannot be read.`)
  }
}

function save(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  }
  catch {
    throw new Error(`The file ${path} cannot be written.`)
  }
}

function statusOf(result: RunResult): number {
  if (result.kind === 'exited') return result.code
  if (result.kind === 'stopped') return 130
  if (result.kind === 'raised' && result.error.type === 'Deadlock') return 3
  return result.kind === 'done' ? 0 : 1
}
