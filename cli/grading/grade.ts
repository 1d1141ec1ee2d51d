/** `lab grade`: grades answers in the terminal, with the checks that the page uses. */
import { existsSync } from 'node:fs'
import { gradeAnswer } from '../../runtime/grading/gradeAnswer.ts'
import type { Exercise } from '../../runtime/grading/exercise.ts'
import { toResults } from '../../runtime/grading/results.ts'
import type { Verdict } from '../../runtime/grading/verdict.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import type { Session } from '../../runtime/run/session.ts'
import { prepareAssets } from '../boot/assets.ts'
import { answerOf, chooseExercises } from './exercises.ts'
import { describeVerdict } from './gradeReport.ts'
import { read } from '../run/runFile.ts'

export interface GradeOptions {
  file?: string
  watch: boolean
  json: boolean
  seed: number
}

/** Two sessions side by side: the machine has a second core more often than not. */
const sideBySide = 2

/** The exercises that are asked for, when all that grading needs is there. Throws with a sentence where the options do not fit. */
export async function exercisesToGrade(names: string[], { file }: GradeOptions): Promise<Exercise[]> {
  const exercises = chooseExercises(names)
  if (file !== undefined && exercises.length !== 1) throw new Error('--file takes the answer to one exercise: name it.')
  if (file !== undefined && !existsSync(file)) throw new Error(`The file ${file} cannot be read.`)
  await prepareAssets(line => process.stderr.write(`${line}\n`))
  return exercises
}

/** Returns the exit status: 0 where all pass, 1 otherwise. */
export async function grade(names: string[], options: GradeOptions, progress: (text: string) => void): Promise<number> {
  const exercises = await exercisesToGrade(names, options)
  const answers = exercises.map(exercise => options.file === undefined ? answerOf(exercise).text : read(options.file))
  const verdicts = await gradeAll(exercises, answers, options.seed, progress)
  progress('')
  if (options.json) {
    const results = verdicts.map((verdict, index) => toResults(verdict, exercises[index]!.check))
    console.log(JSON.stringify(names.length === 1 ? results[0] : results))
  }
  else verdicts.forEach((verdict, index) => console.log(describeVerdict(verdict, exercises[index]!, answers[index]!, exercises.length > 1)))
  if (!options.json && exercises.length > 1) console.log(tally(verdicts))
  return verdicts.every(({ status }) => status === 'pass') ? 0 : 1
}

/** Grades one answer for each exercise; verdicts come in the order of the exercises. */
export async function gradeAll(exercises: Exercise[], answers: string[], seed: number, progress: (text: string) => void): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  let next = 0
  let done = 0
  const bar = () => progress(exercises.length > 1 ? `${'█'.repeat(Math.round(done / exercises.length * 24)).padEnd(24, '░')} ${done} of ${exercises.length}` : 'grading …')
  async function work(session: Session): Promise<void> {
    while (next < exercises.length) {
      const index = next++
      verdicts[index] = (await gradeAnswer(session, exercises[index]!, answers[index]!, { checks: () => {} }, { seed }).verdict)!
      done++
      bar()
    }
  }
  bar()
  const sessions = Array.from({ length: Math.min(sideBySide, exercises.length) }, () => openNodeSession())
  try {
    await Promise.all(sessions.map(work))
  }
  finally {
    await Promise.all(sessions.map(session => session.close()))
  }
  return verdicts
}

function tally(verdicts: Verdict[]): string {
  const sum = (key: 'points' | 'possible') => verdicts.reduce((total, verdict) => total + verdict[key], 0)
  const passed = verdicts.filter(({ status }) => status === 'pass').length
  return `\n${passed} of ${verdicts.length} exercises pass: ${sum('points')} of ${sum('possible')} points.`
}
