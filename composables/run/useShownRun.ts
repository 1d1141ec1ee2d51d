/** What a cell shows: the recorded run, the presenter's, or the last one here; and what it says of it. */
import { refDebounced } from '@vueuse/core'
import { computed, type Ref } from 'vue'
import type { SessionState } from '../../runtime/run/session.ts'
import type { Recording } from '../../runtime/run/recording.ts'
import { endNote, phaseWords, waitingNote } from './cellState.ts'
import type { SharedRun } from './sharedRun.ts'
import { isGoing, type CellRun } from './useCellRun.ts'
import { useShownScenes } from './useShownScenes.ts'
import { useShownTrace } from './useShownTrace.ts'

/** What the cell is at the moment. */
export interface CellCircumstances {
  recording: Recording | null
  /** What is recorded stays hidden until the first run. */
  covered: boolean
  /** It runs only after a guess. */
  held: boolean
  /** It may be edited and run. */
  live: boolean
  /** It has an editor, or had one a moment ago, which shows the text. */
  open: boolean
  /** The presenter's run, where it is the one that is shown. */
  shared: SharedRun | null
  session: SessionState
}

/** Tells what of `run` and of the recording is shown, in a cell whose editor holds `text` and began with `original`. */
export function useShownRun(cell: () => CellCircumstances, run: CellRun, text: Ref<string>, original: string) {
  const { phase, log, cut, happened, seen, found } = run
  const running = computed(() => isGoing(run))
  const waitingLong = refDebounced(computed(() => phase.value.kind === 'waiting'), 300)
  const edited = computed(() => text.value !== original)

  const shown = computed(() => cell().shared ?? { phase: phase.value, source: run.source.value, cut: cut.value })
  const result = computed(() => shown.value.phase.kind === 'over' ? shown.value.phase.result : null)
  const trouble = computed(() => {
    const { live, session } = cell()
    if (result.value?.kind === 'lost') return result.value.problem
    return live && !running.value && shown.value.phase.kind === 'untouched' && session.kind === 'failed' ? session.problem : null
  })
  const problem = computed(() => trouble.value?.sentence ?? null)
  const passing = computed(() => trouble.value?.kind === 'network' && cell().live && !cell().shared)
  const recorded = computed(() => ['untouched', 'waiting'].includes(shown.value.phase.kind) || problem.value !== null)
  const hidden = computed(() => cell().covered && recorded.value && cell().recording !== null && problem.value === null)
  const shownText = computed(() => cell().shared?.source ?? (cell().open ? text.value : original))
  const failedLine = computed(() => {
    const { live, recording } = cell()
    if (recorded.value) return hidden.value || (live && edited.value) ? null : recording?.line ?? null
    return result.value?.kind === 'raised' && shown.value.source === shownText.value ? result.value.error.line : null
  })
  const silent = computed(() => result.value?.kind === 'done' && (cell().shared?.output ?? log.value.chunks).length === 0)
  const note = computed(() => {
    const { live, held, shared, session, recording } = cell()
    if (running.value && !shared && recorded.value) return waitingLong.value ? waitingNote(phase.value, session) : ''
    if (held && hidden.value) return 'Guess first: the cell runs after the answer.'
    if (hidden.value) return 'What will it print? Say it, then run it.'
    if (recorded.value) return live && edited.value && !shared && recording ? 'Recorded output of the original code.' : recording ? '' : 'Not run yet.'
    if (live && result.value && shown.value.source !== shownText.value) return 'Output of the code before the last edit.'
    return endNote(result.value) || (silent.value ? 'It printed nothing.' : '')
  })
  const badge = computed(() => problem.value ? null : shown.value.phase.kind !== 'untouched' ? 'live' as const : cell().recording && !hidden.value ? 'recorded' as const : null)
  const words = computed(() => {
    const { session, recording } = cell()
    return shown.value.phase.kind !== 'untouched' ? phaseWords(shown.value.phase, session) : recording && !hidden.value ? `Python ${recording.python}` : ''
  })
  const progress = computed(() => {
    const { session } = cell()
    return session.kind === 'loading' && phase.value.kind === 'waiting' ? session.part : null
  })
  const trace = useShownTrace(cell().recording, recorded, () => cell().shared, happened)
  const scenes = useShownScenes(cell().recording, recorded, () => cell().shared, seen)
  const findings = computed(() => recorded.value ? cell().recording?.findings ?? null : cell().shared ? cell().shared!.findings : found.value.findings.value)
  const stale = computed(() => recorded.value ? cell().live && edited.value && !cell().shared : shown.value.source !== shownText.value)
  return { running, shown, result, problem, passing, recorded, hidden, shownText, failedLine, note, badge, words, progress, trace, scenes, findings, stale }
}
