/** The runs of one cell, one after the other, as something that can be shown. */
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Finding } from '../../runtime/memory/findings.ts'
import type { LeftNames, RunListener, RunRequest, RunResult } from '../../runtime/border/protocol.ts'
import type { Run, Session } from '../../runtime/run/session.ts'
import { createOutputLog, type OutputLog } from './outputLog.ts'
import { createSceneLog, type SceneLog } from '../memory/sceneLog.ts'
import { createFindingsLog, type FindingsLog } from '../memory/findingsLog.ts'
import { createTraceLog, type TraceLog } from '../trace/traceLog.ts'

export type RunPhase =
  | { kind: 'untouched' }
  /** Asked for; Python loads, or another cell has its turn. */
  | { kind: 'waiting' }
  | { kind: 'running' }
  | { kind: 'over', result: RunResult }

/** All that was printed, of which only the beginning is shown. */
export interface Cut {
  lines: number
  bytes: number
}

/** `input()` waits in the program. */
export interface Question {
  /** Tells one question from the next. */
  id: number
  prompt: string
  /** A line, or null for end of file. */
  answer: (line: string | null) => void
}

export interface CellRun {
  phase: ShallowRef<RunPhase>
  /** The text that was run. */
  source: ShallowRef<string>
  log: ShallowRef<OutputLog>
  cut: ShallowRef<Cut | null>
  question: ShallowRef<Question | null>
  /** What happened in the run, where the request asked for a trace. */
  happened: ShallowRef<TraceLog>
  /** What the objects were like, where the request asked for that. */
  seen: ShallowRef<SceneLog>
  /** What a look at its memory found, where the request asked for one. */
  found: ShallowRef<FindingsLog>
  /** The names that the last run left, where the request asked for them. */
  left: ShallowRef<LeftNames | null>
  /** Runs a text, which needs no line break at its end. */
  start: (request: RunRequest) => void
  stop: () => void
  /** Forgets the last run. */
  clear: () => void
  /** The whole output of the last run, up to the session's limit. */
  whole: () => Blob
}

/** It has been asked for and is not over. */
export function isGoing({ phase }: CellRun): boolean {
  return phase.value.kind === 'waiting' || phase.value.kind === 'running'
}

/** Follows the runs that one cell asks `session` for. */
export function useCellRun(session: () => Session): CellRun {
  const phase = shallowRef<RunPhase>({ kind: 'untouched' })
  const source = shallowRef('')
  const log = shallowRef(createOutputLog())
  const cut = shallowRef<Cut | null>(null)
  const question = shallowRef<Question | null>(null)
  const happened = shallowRef(createTraceLog())
  const seen = shallowRef(createSceneLog())
  const found = shallowRef(createFindingsLog())
  const left = shallowRef<LeftNames | null>(null)
  let run: Run | null = null
  let questions = 0

  function clear() {
    run?.stop()
    run = null
    phase.value = { kind: 'untouched' }
    log.value = createOutputLog()
    cut.value = null
    question.value = null
    happened.value = createTraceLog()
    seen.value = createSceneLog()
    found.value = createFindingsLog()
  }

  function start(request: RunRequest) {
    clear()
    source.value = request.source
    phase.value = { kind: 'waiting' }
    const mine = log.value
    const trace = happened.value
    const scenes = seen.value
    const findings = found.value
    /** An earlier run may still have something to say. */
    const isCurrent = () => log.value === mine
    const listener: RunListener = {
      started: () => void (isCurrent() && (phase.value = { kind: 'running' })),
      output: chunks => mine.append(chunks),
      trace: events => trace.append(events),
      objects: more => scenes.append(more),
      found: (finding: Finding) => findings.append(finding),
      cut: note => void (isCurrent() && (cut.value = note)),
      input: prompt => new Promise((resolve) => {
        if (!isCurrent()) return resolve(null)
        question.value = {
          id: ++questions,
          prompt,
          answer(line) {
            question.value = null
            resolve(line)
          },
        }
      }),
    }
    run = session().run({ ...request, source: `${request.source}\n` }, listener)
    run.result.then((result) => {
      trace.finish()
      scenes.finish()
      findings.finish()
      if (!isCurrent()) return
      if ('names' in result) {
        left.value = result.names ?? null
        delete result.names
      }
      if (result.kind === 'raised') mine.append([{ stream: 'stderr', text: result.error.traceback }])
      question.value = null
      phase.value = { kind: 'over', result }
    })
  }

  onScopeDispose(() => run?.stop())
  return {
    phase, source, log, cut, question, happened, seen, found, left, start, clear,
    stop: () => run?.stop(),
    whole: () => run?.whole() ?? new Blob(),
  }
}
