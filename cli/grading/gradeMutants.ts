/** `lab mutants`: which changed solutions no check rejects. */
import { openNodeSession } from '../../runtime/run/node.ts'
import type { Session } from '../../runtime/run/session.ts'
import { prepareAssets } from '../boot/assets.ts'
import { chooseExercises } from './exercises.ts'
import { isKilled, knownSurvivors, mutantsOf } from './mutants.ts'

/** At least this part of all mutants must be rejected. */
const wanted = 0.95

/** Returns the exit status: 1 where a survivor is not listed, or too many survive. */
export async function gradeMutants(names: string[], progress: (text: string) => void): Promise<number> {
  const exercises = chooseExercises(names)
  await prepareAssets(line => process.stderr.write(`${line}\n`))
  const total = { all: 0, survived: 0, unlisted: 0 }
  let next = 0
  async function work(session: Session): Promise<void> {
    while (next < exercises.length) {
      const exercise = exercises[next++]!
      const known = knownSurvivors(exercise.id)
      const mutants = await mutantsOf(session, exercise.solution)
      const survivors: string[] = []
      for (const [index, mutant] of mutants.entries()) {
        progress(`${exercise.id}: ${index + 1} of ${mutants.length}, ${mutant.name}`)
        if (!await isKilled(session, exercise, mutant)) survivors.push(mutant.name)
      }
      const unlisted = survivors.filter(name => !known.has(name))
      const stale = [...known.keys()].filter(name => !survivors.includes(name))
      total.all += mutants.length
      total.survived += survivors.length
      total.unlisted += unlisted.length
      progress('')
      console.log(`${exercise.id}: ${mutants.length - survivors.length} of ${mutants.length}`)
      for (const name of unlisted) console.log(`  survives: ${name}`)
      for (const name of stale) console.log(`  is listed, but does not survive: ${name}`)
    }
  }
  const sessions = [openNodeSession(), openNodeSession()]
  await Promise.all(sessions.map(work)).finally(() => Promise.all(sessions.map(session => session.close())))
  progress('')
  const killed = total.all - total.survived
  console.log(`${killed} of ${total.all} mutants are rejected (${(killed / total.all * 100).toFixed(1)} %); ${total.unlisted} survivors are not listed.`)
  return total.unlisted > 0 || killed < wanted * total.all ? 1 : 0
}
