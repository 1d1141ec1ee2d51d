/** The words for what a cell is doing. */
import type { RunResult } from '../../runtime/border/protocol.ts'
import type { SessionState } from '../../runtime/run/session.ts'
import { silenceLimits } from '../../runtime/boot/silence.ts'
import type { RunPhase } from './useCellRun.ts'

/** A duration for people: `12 ms`, `3.2 s`, `45 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ms`
  return milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`
}

/** How a run ended, or what it waits for: what the badge says after "live". */
export function phaseWords(phase: RunPhase, session: SessionState): string {
  switch (phase.kind) {
    case 'untouched': return ''
    case 'running': return 'running'
    case 'waiting': return loading(session) ? 'loading Python' : 'waiting'
    case 'over': return resultWords(phase.result)
  }
}

function resultWords(result: RunResult): string {
  const time = duration(result.duration) + ownTime(result)
  switch (result.kind) {
    case 'done': return `ran in ${time}`
    case 'raised': return `raised after ${time}`
    case 'exited': return `exited with ${result.code} after ${time}`
    case 'played': return `played for ${time}`
    case 'explored': return `searched for ${time}`
    case 'graded': return `graded in ${time}`
    case 'stopped': return `stopped after ${time}`
    case 'lost': return 'did not run'
  }
}

/** How long it took by the program's own clock, where that is another matter. */
function ownTime(result: RunResult): string {
  const seconds = 'virtual' in result ? result.virtual : null
  if (seconds === null || seconds < 0.05) return ''
  return `, virtual ${seconds < 100 ? seconds.toFixed(1) : Math.round(seconds)} s`
}

/** Why a waiting run has not begun. */
export function waitingNote(phase: RunPhase, session: SessionState): string {
  if (phase.kind !== 'waiting') return ''
  if (session.kind === 'loading') return `${loadingWords(session)}${session.silent > 0 ? '' : ' This run begins when it is there.'}`
  return session.kind === 'running' ? 'Waits for the other cell to finish.' : ''
}

/** How far Python is, and whether it still comes. */
export function loadingWords({ part, silent }: SessionState & { kind: 'loading' }): string {
  const far = `Python is loading: ${Math.round(part * 100)} %.`
  return silent > 0 ? `${far} Nothing has come for ${silent} s; after ${silenceLimits.most} s it is given up.` : far
}

/** Which threads waited for ever when the program ended, and for what. */
export function endNote(result: RunResult | null): string {
  const waiting = result && 'waiting' in result ? result.waiting : undefined
  return waiting ? `Still waiting when the program ended: ${waiting.join('; ')}.` : ''
}

function loading(session: SessionState): boolean {
  return session.kind === 'idle' || session.kind === 'loading'
}
