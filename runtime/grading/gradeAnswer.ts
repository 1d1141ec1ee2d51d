/**
 * Grades an answer on a session: all checks in one interpreter, each with the answer loaded anew. A
 * check that ends the interpreter, or does not end, fails; the others go on in a new one.
 */
import { limits } from '../limits.ts'
import type { Stage } from '../border/protocol.ts'
import type { Run, Session } from '../run/session.ts'
import { decodeGraded } from './events.ts'
import type { Exercise } from './exercise.ts'
import type { CheckVerdict, Verdict } from './verdict.ts'
import { endedBy, summary, words } from './words.ts'

export interface GradingListener {
  /** The checks as they stand, at each change. */
  checks: (checks: CheckVerdict[]) => void
}

export interface Grading {
  /** Null where it was stopped. */
  verdict: Promise<Verdict | null>
  stop: () => void
}

export interface GradingOptions {
  /** Shifts generated inputs and random schedules. */
  seed?: number
  /** Runs each check under so many seeds; it passes where all do. */
  repeat?: number
  /** Only these checks, by name. */
  only?: string[]
}

type Gradable = Pick<Exercise, 'id' | 'version' | 'check' | 'solution'>

/** What is known of one grading while it goes on. */
interface Progress {
  checks: CheckVerdict[]
  /** The check that runs, `null` while the answer is loaded. */
  running: CheckVerdict | null
  forged: boolean
}

/** Begins to grade `answer`; `listener` is told of the checks as they go. */
export function gradeAnswer(session: Session, exercise: Gradable, answer: string, listener: GradingListener, options: GradingOptions = {}): Grading {
  let run: Run | null = null
  let stopped = false
  const begun = performance.now()

  async function grade(): Promise<Verdict | null> {
    const progress: Progress = { checks: [], running: null, forged: false }
    const tell = () => listener.checks(progress.checks.map(check => ({ ...check })))
    let only = options.only ?? null
    while (!stopped) {
      const end = await attempt(progress, only, tell)
      if (stopped) return null
      if (end.stage !== 'check') return verdictOf(progress, end.stage, end.message)
      const left = progress.checks.filter(({ status }) => status === 'waiting').map(({ name }) => name)
      only = options.only ? left.filter(name => options.only!.includes(name)) : left
      if (only.length === 0) return verdictOf(progress, 'check', summary(progress.checks))
    }
    return null
  }

  /** One interpreter: as many checks as it comes to. */
  async function attempt(progress: Progress, only: string[] | null, tell: () => void): Promise<{ stage: Stage, message: string }> {
    const repeat = options.repeat ?? 1
    const nonce = crypto.randomUUID()
    let late = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        late = true
        run?.stop()
      }, limits.gradedTime * repeat)
    }
    run = session.run({ file: 'answer.py', source: answer, seed: options.seed ?? 0, grade: { check: exercise.check, solution: exercise.solution, only, repeat, nonce } }, {
      output: () => {},
      cut: () => {},
      started: () => {},
      // On a slow machine a search of many schedules takes long, and yet goes on.
      progress: () => watch(),
      input: async () => null,
      graded: (text) => {
        const event = decodeGraded(text, nonce)
        if (!event) {
          progress.forged = true
          return
        }
        watch()
        if (event.event === 'checks' && progress.checks.length === 0) progress.checks = event.checks.map(waiting)
        else if (event.event === 'running') {
          progress.running = progress.checks.find(({ name }) => name === event.name) ?? null
          if (progress.running) progress.running.status = 'running'
        }
        else if (event.event === 'verdict' && progress.running) {
          const { status, message, broken, output, witness, schedules } = event
          Object.assign(progress.running, { status, message, broken, output, witness, schedules })
          if (progress.forged) Object.assign(progress.running, { status: 'fail', message: words.forged, witness: null })
          progress.running.earned = progress.running.status === 'pass' ? progress.running.points : 0
          progress.running = null
          progress.forged = false
        }
        tell()
      },
    })
    const result = await run.result
    clearTimeout(timer)
    if (result.kind === 'graded') return { stage: result.stage, message: result.message }
    if (stopped) return { stage: 'error', message: words.stopped }
    const message = endedBy(result, late, limits.gradedTime / 1000)
    if (result.kind === 'lost' && result.problem.kind !== 'fatal' && result.problem.kind !== 'memory') return { stage: 'error', message }
    if (progress.running) {
      Object.assign(progress.running, { status: 'fail', message, broken: true })
      progress.running = null
      tell()
      return { stage: 'check', message: '' }
    }
    return progress.checks.length > 0 ? { stage: 'load', message } : { stage: 'error', message }
  }

  function verdictOf({ checks }: Progress, stage: Stage, message: string): Verdict {
    const sum = (key: 'points' | 'earned') => checks.reduce((total, check) => total + check[key], 0)
    const passed = stage === 'check' && checks.length > 0 && checks.every(({ status }) => status === 'pass')
    const status = stage === 'error' ? 'error' : passed ? 'pass' : 'fail'
    return { exercise: exercise.id, version: exercise.version, stage, status, message, points: sum('earned'), possible: sum('points'), checks, duration: performance.now() - begun }
  }

  return {
    verdict: grade(),
    stop: () => {
      stopped = true
      run?.stop()
    },
  }
}

function waiting({ name, title, points }: { name: string, title: string, points: number }): CheckVerdict {
  return { name, title, points, earned: 0, status: 'waiting', message: null, output: '', witness: null, schedules: 0 }
}
