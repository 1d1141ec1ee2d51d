/** How long a verdict takes, and whether it is always the same. */
import { chooseExercises, wrongAnswers } from '../../cli/grading/exercises.ts'
import { gradeAll } from '../../cli/grading/grade.ts'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import { median, type Measure } from '../measure.ts'

const seed = 0

export const grading: Measure = async (times) => {
  const exercises = chooseExercises([])
  const session = openNodeSession()
  const samples: Record<string, number[]> = {}
  try {
    for (let time = 0; time < times; time++) {
      for (const exercise of exercises) {
        const begun = performance.now()
        const verdict = await gradeAnswer(session, exercise, exercise.solution, { checks: () => {} }, { seed }).verdict
        if (verdict?.status !== 'pass') throw new Error(`The reference solution of ${exercise.id} did not pass.`)
        ;(samples[exercise.id] ??= []).push(performance.now() - begun)
      }
    }
  }
  finally {
    session.dispose()
  }
  const medians = Object.entries(samples).map(([id, all]) => ({ id, value: median(all) })).sort((one, other) => other.value - one.value)
  const begun = performance.now()
  await gradeAll(exercises, exercises.map(({ solution }) => solution), seed, () => {})
  const all = performance.now() - begun
  return [
    { what: `Check pressed → verdict, median over the ${exercises.length} reference solutions`, value: median(medians.map(({ value }) => value)), unit: 'ms', atMost: 1500, samples },
    { what: `the slowest of them (${medians[0]!.id})`, value: medians[0]!.value, unit: 'ms', atMost: 6000, samples: {} },
    { what: 'lab grade of all reference solutions', value: all, unit: 'ms', atMost: 120_000, samples: { all: [all] } },
  ]
}

const repeats = 1000

/** The reference and the first wrong answer of each exercise, by turns. */
export const verdicts: Measure = async () => {
  const answers = chooseExercises([]).flatMap(exercise => [exercise.solution, wrongAnswers(exercise.id)[0]!.text].map(answer => ({ exercise, answer })))
  const first = new Map<number, string>()
  const differing: string[] = []
  const session = openNodeSession()
  try {
    for (let number = 0; number < repeats; number++) {
      const place = number % answers.length
      const { exercise, answer } = answers[place]!
      const { duration: _, ...verdict } = (await gradeAnswer(session, exercise, answer, { checks: () => {} }, { seed }).verdict)!
      const text = JSON.stringify(verdict)
      const known = first.get(place) ?? text
      first.set(place, known)
      if (known !== text) differing.push(`${exercise.id}: ${known} / ${text}`)
      if ((number + 1) % answers.length === 0) console.log(`${number + 1} verdicts, ${differing.length} differ`)
    }
  }
  finally {
    session.dispose()
  }
  differing.forEach(line => console.log(line.slice(0, 2000)))
  return [{ what: `verdicts that differ in ${repeats} repeats spread over the exercises`, value: differing.length, unit: 'count', atMost: 0, samples: {} }]
}
