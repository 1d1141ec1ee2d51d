/** Answers that try to pass without being right: each is refused, and is told why in a sentence. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExercise } from '../../../cli/grading/exercises.ts'
import { gradeAnswer } from '../../../runtime/grading/gradeAnswer.ts'
import { useSession } from '../support.ts'

const folder = new URL('cheats/', import.meta.url)
const cheats = readdirSync(folder).filter(name => name.endsWith('.py'))
const { session } = useSession()

describe('a cheat', () => {
  test('comes in many kinds', () => expect(cheats.length).toBeGreaterThanOrEqual(25))

  test.each(cheats)('is refused: %s', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const exercise = readExercise(/^# exercise: (\S+)/.exec(text)?.[1] ?? '22-safe-counter')
    const verdict = await gradeAnswer(session(), exercise, text, { checks: () => {} }).verdict
    expect(verdict!.status).toBe('fail')
    const sentences = verdict!.checks.filter(({ status }) => status === 'fail').map(({ message }) => message)
    if (verdict!.stage !== 'check') sentences.push(verdict!.message)
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) expect(sentence).toMatch(/\w{2,} .*\w/)
    if (process.env.SHOW) console.log(name, verdict!.stage, [...new Set(sentences)].map(s => s!.split('\n')[0]))
  })
})
