/** `lab mutants`: which changed solutions no check rejects. */
import { openNodeSession } from '../runtime/node.ts'
import type { Session } from '../runtime/session.ts'
import { prepareAssets } from './assets.ts'
import { chooseExercises } from './exercises.ts'
import { isKilled, knownSurvivors, mutantsOf } from './mutants.ts'

/** At least this part of all mutants must be rejected. */
const wanted = 0.95

/** Returns the exit status: 1 where a survivor is not listed, or too many survive. */
export async function gradeMutants(names: string[], progress: (text: string) => void): Promise<number> {
  const exercises = chooseExercises(names)
  await prepareAssets(line => process.stderr.write(`${line}\n`))
  const counts = { all: 0, survived: 0, unlisted: 0 }
  let next = 0
  async function work(session: Session): Promise<void> {
    while (next < exercises.length) {
      const exercise = exercises[next++]!
      const known = knownSurvivors(exercise.id)
      for (const mutant of await mutantsOf(session, exercise.solution)) {
        counts.all++
        progress(`${exercise.id}: ${mutant.name}`)
        if (await isKilled(session, exercise, mutant)) continue
        counts.survived++
        if (known.has(mutant.name)) continue
        counts.unlisted++
        progress('')
        console.log(`${exercise.id}: ${mutant.name}`)
      }
    }
  }
  const sessions = [openNodeSession(), openNodeSession()]
  await Promise.all(sessions.map(work)).finally(() => sessions.forEach(session => session.dispose()))
  progress('')
  const killed = counts.all - counts.survived
  console.log(`${killed} of ${counts.all} mutants are rejected (${(killed / counts.all * 100).toFixed(1)} %); ${counts.unlisted} survivors are not listed.`)
  return counts.unlisted > 0 || killed < wanted * counts.all ? 1 : 0
}
