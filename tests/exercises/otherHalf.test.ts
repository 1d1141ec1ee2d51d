/** Half of the exercises, and what is said of one of them; oneHalf.test.ts has the others. */
import { expect, test } from 'vitest'
import { exerciseIds, readExercise, wrongAnswers } from '../../cli/grading/exercises.ts'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import { useSession } from '../engine/support.ts'
import { gradeEach, halves } from './gradeEach.ts'

const { session } = useSession()

test('there are enough of them', () => expect(exerciseIds().length).toBeGreaterThanOrEqual(36))

test('a schedule that fails after many steps is told, with its steps', async () => {
  const [answer] = wrongAnswers('24-ticket-office').filter(({ name }) => name === 'puts_back_without_the_lock.py')
  const verdict = await gradeAnswer(session(), readExercise('24-ticket-office'), answer!.text, { checks: () => {} }).verdict
  expect(verdict!.checks.find(({ name }) => name === 'loses_no_count')!.message).toContain('(left, sold) of 9')
})

gradeEach(session, halves[1])
