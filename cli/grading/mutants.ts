/** Mutants of reference solutions: made in Python, graded one by one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Exercise } from '../../runtime/grading/exercise.ts'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import type { Session } from '../../runtime/run/session.ts'
import { root } from '../root.ts'

export interface Mutant {
  /** What was done to the solution, and at which line. */
  name: string
  text: string
}

const mutantsSchema = z.array(z.object({ name: z.string(), text: z.string() }))

/** Every mutant of a source. */
export async function mutantsOf(session: Session, source: string): Promise<Mutant[]> {
  let text = ''
  const program = `import lab.grading.mutants as m\nprint(m.mutants(${JSON.stringify(source)}))`
  const { kind } = await session.run({ file: 'mutants.py', source: program, terminal: true }, {
    output: chunks => chunks.forEach(chunk => (text += chunk.text)),
    cut: () => {},
    started: () => {},
    input: async () => null,
  }).result
  if (kind !== 'done') throw new Error(`The mutants could not be made: ${text}`)
  return mutantsSchema.parse(JSON.parse(text))
}

/** Whether some check rejects the mutant. */
export async function isKilled(session: Session, exercise: Exercise, mutant: Mutant): Promise<boolean> {
  const grading = gradeAnswer(session, exercise, mutant.text, {
    checks: checks => checks.some(({ status }) => status === 'fail') && grading.stop(),
  })
  const verdict = await grading.verdict
  return verdict === null || verdict.status === 'fail'
}

/** Mutants that may survive, each with the reason: `name: reason` lines of `survivors.txt`. */
export function knownSurvivors(id: string): Map<string, string> {
  const path = join(root, 'exercises', id, 'survivors.txt')
  if (!existsSync(path)) return new Map()
  const lines = readFileSync(path, 'utf8').split('\n').filter(line => line.trim() && !line.startsWith('#'))
  return new Map(lines.map((line) => {
    const [, name, reason] = /^(.+?): (.+)$/.exec(line) ?? []
    if (!name || !reason) throw new Error(`exercises/${id}/survivors.txt: "${line}" is not "mutant: reason".`)
    return [name, reason]
  }))
}
