/** Says in a sentence what an error means, where that is sure, and nothing elsewhere. */
import type { PythonError } from '../../border/protocol.ts'
import { sentences } from './sentences.ts'

export interface ExplainedError {
  /** In the program, counted from 1, where it is known. */
  line: number | null
  /** Backticks mark code. */
  sentence: string
}

const longest = 60

/** The line of a traceback that names the exception `type` and says what is the matter; the last one, where it is one of a chain. */
export function lastLine({ type, traceback }: Pick<PythonError, 'type' | 'traceback'>): string | null {
  const names = new RegExp(`^(?: *\\| )?((?:\\w+\\.)*${type}(?::.*)?)$`)
  return traceback.split('\n').map(line => names.exec(line)?.[1]).findLast(line => line !== undefined) ?? null
}

/** What a program says with words of its own is not explained: it raises the exception itself, or calls a class of its own so. */
function isOwn(type: string, line: number | null, source: string): boolean {
  const text = line === null ? '' : source.split('\n')[line - 1] ?? ''
  return /\braise\b|\bset_exception\b|\.throw\(/.test(text) || new RegExp(`\\bclass\\s+${type}\\b`).test(source)
}

function sentenceOf(last: string): string | null {
  for (const [pattern, sentence] of sentences) {
    const found = pattern.exec(last)
    if (!found) continue
    if (found.slice(1).some(part => part !== undefined && (part.length > longest || part.includes('`')))) return null
    return sentence.replace(/\$(\d)/g, (_, number: string) => found[Number(number)] ?? '')
  }
  return null
}

/** Explains the error that ended a run of `source`; null where the table has nothing that is sure. */
export function explainError(error: PythonError, source: string): ExplainedError | null {
  if (!/^\w+$/.test(error.type) || isOwn(error.type, error.line, source)) return null
  const last = lastLine(error)
  const sentence = last === null ? null : sentenceOf(last)
  return sentence === null ? null : { line: error.line, sentence }
}

/** What Python prints of an error that ends a thread, a task that nobody awaits, or a finalizer: the program itself goes on. */
const elsewhere = /^(?:Exception in thread .+:|Exception ignored .+:|Task exception was never retrieved\nfuture: .+)\nTraceback \(most recent call last\):\n((?: .*\n)+)(?:\w+\.)*(\w+)(?::.*)?$(?!\n\n(?:During handling|The above exception))/m

/** Explains the first error that did not end the run, which Python tells on standard error; `file` is the program's. */
export function explainElsewhere(stderr: string, file: string, source: string): ExplainedError | null {
  const found = elsewhere.exec(stderr)
  if (!found) return null
  const [traceback, frames, type] = found
  const line = [...frames!.matchAll(/^ {2}File "(.+)", line (\d+)/gm)].findLast(([, name]) => name === file)?.[2]
  return explainError({ type: type!, message: '', traceback, line: line === undefined ? null : Number(line) }, source)
}

/** Explains the first coroutine that was made and dropped, which Python tells on standard error; `file` is the program's. */
export function explainWarning(stderr: string, file: string, source: string): ExplainedError | null {
  const found = /^(.+):(\d+): RuntimeWarning: coroutine '([\w.<>]+)' was never awaited$/m.exec(stderr)
  if (!found || /never awaited/.test(source)) return null
  const sentence = `Calling \`${found[3]}\` made a coroutine and ran nothing of it. \`await\` runs it, and \`asyncio.create_task\` has it run beside others.`
  return { line: found[1] === file ? Number(found[2]) : null, sentence }
}
