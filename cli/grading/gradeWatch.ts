/** `lab grade --watch`: grades an answer again whenever it is saved, in the manner of rustlings. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { emitKeypressEvents } from 'node:readline'
import { watch as watchFiles } from 'chokidar'
import { gradeAnswer, type Grading } from '../../runtime/grading/gradeAnswer.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import { answerOf } from './exercises.ts'
import { exercisesToGrade, type GradeOptions } from './grade.ts'
import { describeVerdict } from './gradeReport.ts'

const keys = 'h hint · s solution · n next · l list · r reset · q quit'

/** Goes on until q or Ctrl+C; begins with the first exercise that does not pass. Returns the exit status. */
export async function watch(names: string[], options: GradeOptions): Promise<number> {
  const exercises = await exercisesToGrade(names, options)
  const { file, seed } = options
  const session = openNodeSession()
  const passed = new Set<string>()
  let place = 0
  let hints = 0
  let grading = null as Grading | null
  const say = (text: string) => console.log(`\n${text}`)
  const exercise = () => exercises[place]!
  const pathOf = () => file ?? answerOf(exercise()).path

  /** Grades the current answer; whether it passes, null where something newer is graded instead. */
  async function grade(quiet = false): Promise<boolean | null> {
    grading?.stop()
    const { id } = exercise()
    const answer = readFileSync(pathOf(), 'utf8')
    const mine = grading = gradeAnswer(session, exercise(), answer, { checks: () => {} }, { seed })
    const verdict = await mine.verdict
    if (!verdict || grading !== mine) return null
    const isPassed = verdict.status === 'pass'
    if (isPassed) passed.add(id)
    else passed.delete(id)
    if (isPassed && quiet) return true
    if (process.stdout.isTTY) console.clear()
    console.log(`${describeVerdict(verdict, exercise(), answer, false)}\n\n${pathOf()} — ${keys}`)
    return isPassed
  }

  /** Goes to another exercise; past those that pass, where `onlyOpen`. */
  async function go(index: number, onlyOpen = false): Promise<void> {
    place = index
    hints = 0
    files.add(pathOf())
    say(`${exercise().title} (${exercise().id})\n\n${exercise().task}`)
    const isPassed = await grade(onlyOpen)
    if (isPassed && onlyOpen && index + 1 < exercises.length) await go(index + 1, true)
  }

  function reset(): void {
    const path = pathOf()
    copyFileSync(path, `${path}.before-reset`)
    writeFileSync(path, exercise().starter)
    say(`The starter is back; what you had is in ${path}.before-reset.`)
  }

  const actions: Record<string, () => void> = {
    h: () => say(exercise().hints[hints] ? `Hint ${++hints}: ${exercise().hints[hints - 1]}` : 'There are no more hints.'),
    s: () => say(passed.has(exercise().id) ? exercise().solution : 'The solution is shown once your answer passes.'),
    n: () => void (place + 1 < exercises.length ? go(place + 1) : say('This is the last one.')),
    l: () => say(exercises.map(({ id, title }, index) => `${index === place ? '>' : ' '} ${passed.has(id) ? '✓' : '·'} ${id}  ${title}`).join('\n')),
    r: reset,
  }

  const files = watchFiles([], { awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 } })
  files.on('change', path => path === pathOf() && void grade())
  const ended = listen(key => actions[key]?.())
  await go(0, true)
  await ended
  grading?.stop()
  await files.close()
  await session.close()
  return passed.size === exercises.length ? 0 : 1
}

/** Hands on each key; resolves at q, Ctrl+C, or the end of the input. */
function listen(pressed: (key: string) => void): Promise<void> {
  const { stdin } = process
  emitKeypressEvents(stdin)
  if (stdin.isTTY) stdin.setRawMode(true)
  return new Promise((resolve) => {
    const end = () => {
      if (stdin.isTTY) stdin.setRawMode(false)
      stdin.destroy()
      resolve()
    }
    stdin.on('keypress', (text: string | undefined, key: { name?: string, ctrl?: boolean }) => {
      if (key.name === 'q' || (key.ctrl && key.name === 'c')) end()
      else pressed(text ?? '')
    })
    stdin.on('end', end)
    stdin.resume()
  })
}
