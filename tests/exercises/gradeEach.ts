/** Of an exercise: its starter fails, its reference and other right answers pass, its wrong answers and mutants are rejected. */
import { describe, expect, test } from 'vitest'
import { exerciseIds, readExercise, rightAnswers, wrongAnswers } from '../../cli/grading/exercises.ts'
import { isKilled, knownSurvivors, mutantsOf } from '../../cli/grading/mutants.ts'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import type { Verdict } from '../../runtime/grading/verdict.ts'
import type { Session } from '../../runtime/run/session.ts'

/** Under how many seeds each reference must pass. */
const seeds = 20
/** Of this many mutants one is tried in `npm test`; `npm run lab -- mutants` tries all. */
const sample = 12

const failed = (verdict: Verdict) => verdict.checks.filter(({ status }) => status === 'fail').map(({ name }) => name)

/** Both take about as long: neighbours are of one kind, and the second of two is often the longer. */
export const halves = [0, 1].map(half => exerciseIds().filter((_, index) => Math.floor(index / 2) % 2 === half)) as [string[], string[]]

/** Declares the tests of these exercises; a file's interpreter is one at a time, so that files are what runs side by side. */
export function gradeEach(session: () => Session, ids: readonly string[]): void {
  const grade = async (id: string, answer: string, seed = 0): Promise<Verdict> =>
    (await gradeAnswer(session(), readExercise(id), answer, { checks: () => {} }, { seed }).verdict)!

  describe.each(ids)('%s', (id) => {
    test('has hints and wrong answers', () => {
      expect(readExercise(id).hints.length).toBeGreaterThanOrEqual(3)
      expect(wrongAnswers(id).length).toBeGreaterThanOrEqual(3)
    })

    test('has a starter that fails', async () => expect((await grade(id, readExercise(id).starter)).status).toBe('fail'))

    test('has a reference that passes under every seed', async () => {
      const { verdict } = gradeAnswer(session(), readExercise(id), readExercise(id).solution, { checks: () => {} }, { repeat: seeds })
      const { stage, checks } = (await verdict)!
      expect({ stage, trouble: checks.filter(({ status }) => status !== 'pass') }).toEqual({ stage: 'check', trouble: [] })
    })

    test.each(rightAnswers(id))('accepts $name', async ({ text }) => expect(failed(await grade(id, text))).toEqual([]))

    test.each(wrongAnswers(id))('rejects $name by $check', async ({ text, check }) => {
      expect(failed(await grade(id, text))).toContain(check)
    })

    test('rejects mutants of its reference', async () => {
      const exercise = readExercise(id)
      const known = knownSurvivors(id)
      const all = await mutantsOf(session(), exercise.solution)
      const offset = Number(id.slice(0, 2)) % sample
      const chosen = all.filter((mutant, index) => index % sample === offset && !known.has(mutant.name))
      const survivors: string[] = []
      for (const mutant of chosen) if (!await isKilled(session(), exercise, mutant)) survivors.push(`${mutant.name}\n${mutant.text}`)
      expect(survivors).toEqual([])
      expect([...known.keys()].filter(name => !all.some(mutant => mutant.name === name))).toEqual([])
    })
  })
}
