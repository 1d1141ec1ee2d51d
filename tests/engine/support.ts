/** Real Python in a worker thread, as the terminal and the recordings use it. */
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { prepareAssets } from '../../cli/boot/assets.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import type { ExploreOptions } from '../../runtime/schedules/exploration.ts'
import type { PythonError, RunResult } from '../../runtime/border/protocol.ts'
import type { Run, Session } from '../../runtime/run/session.ts'

/** What came of a run. */
export interface Outcome {
  result: RunResult
  stdout: string
  stderr: string
  /** The prompts of `input()`. */
  asked: string[]
  cuts: { lines: number, bytes: number }[]
  run: Run
}

export interface StartOptions {
  file?: string
  modules?: Record<string, string>
  /** Answers to `input()`; after the last one the file ends. */
  answers?: string[]
  terminal?: boolean
  clock?: 'virtual' | 'real'
  switch?: 'gil' | 'every-bytecode'
  explore?: ExploreOptions
  seed?: number
}

/** A run that goes on: its outcome, and a promise of its first output. */
export interface Started {
  run: Run
  first: Promise<string>
  outcome: Promise<Outcome>
}

/** Opens a session for the tests of a file. */
export function useSession(): { session: () => Session } {
  let session: Session | undefined
  beforeAll(async () => {
    await prepareAssets()
    session = openNodeSession()
    session.load()
  })
  // A worker that is ended while it compiles may bring Node down.
  afterAll(() => session?.close())
  return { session: () => session! }
}

export function start(session: Session, source: string, { file = 'gil/test.py', answers = [], ...how }: StartOptions = {}): Started {
  const text = { stdout: '', stderr: '' }
  const asked: string[] = []
  const cuts: Outcome['cuts'] = []
  const left = [...answers]
  const { promise: first, resolve } = Promise.withResolvers<string>()
  const run = session.run({ file, source, ...how }, {
    output: (chunks) => {
      for (const chunk of chunks) text[chunk.stream] += chunk.text
      resolve(chunks[0]!.text)
    },
    cut: note => cuts.push(note),
    input: async (prompt) => {
      asked.push(prompt)
      return left.shift() ?? null
    },
    started: () => {},
  })
  onTestFinished(() => run.stop()) // one that a failed test leaves behind would keep the next ones waiting
  return { run, first, outcome: run.result.then(result => ({ result, ...text, asked, cuts, run })) }
}

/** Runs a program to its end. */
export function perform(session: Session, source: string, options?: StartOptions): Promise<Outcome> {
  return start(session, source, options).outcome
}

/** What a program prints that must end well; first what went to stdout, then what went to stderr. */
export async function printed(session: Session, source: string, options?: StartOptions): Promise<string> {
  const { result, stdout, stderr } = await perform(session, source, options)
  expect(result.kind === 'raised' ? result.error.traceback : result.kind).toBe('done')
  return stdout + stderr
}

/** The error of a program that must raise, with what it had written to stderr. */
export async function errorOf(session: Session, source: string): Promise<PythonError & { stderr: string }> {
  const { result, stderr } = await perform(session, source)
  if (result.kind !== 'raised') throw new Error(`${result.kind}, not raised`)
  return { ...result.error, stderr }
}
