/** A cell between two windows: the presenter's run of it, shown to the audience, and one's own, told to them. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { createOutputLog, type OutputLog } from './outputLog.ts'
import { sharedFindingsLength, sharedOutputLength, sharedSceneLength, sharedTraceLength, type SharedRun } from './sharedRun.ts'
import type { CellRun } from './useCellRun.ts'

export interface CellSharing {
  /** The presenter's run stands in the cell instead of one's own, wherever there is one. */
  following: Ref<boolean>
  /** The presenter's run, where it is the one that is shown. */
  shared: ComputedRef<SharedRun | null>
  /** What that run printed. */
  sharedLog: OutputLog
}

/**
 * Follows `presented`, the presenter's last run, but never over someone who is `busy` typing or running here;
 * calls `tell` with each change of one's own `run`, whose identity is `id`.
 */
export function useCellSharing(run: CellRun, id: () => string, presented: () => SharedRun | null, busy: () => boolean, tell: (take: () => SharedRun | null) => void): CellSharing {
  const { phase, log, cut, question, happened, seen, found, source } = run
  const isOver = () => phase.value.kind === 'over'
  const sharedTrace = () => isOver() && happened.value.wire.length <= sharedTraceLength ? [...happened.value.wire] : null
  const sharedScenes = () => isOver() && seen.value.wire.length <= sharedSceneLength ? [...seen.value.wire] : null
  const sharedFindings = () => isOver() && (found.value.findings.value?.length ?? 0) <= sharedFindingsLength ? [...found.value.findings.value ?? []] : null
  const take = (): SharedRun | null => phase.value.kind === 'untouched'
    ? null
    : { id: id(), source: source.value, phase: phase.value, cut: cut.value, prompt: question.value?.prompt ?? null, output: log.value.tail(sharedOutputLength), trace: sharedTrace(), scenes: sharedScenes(), findings: sharedFindings() }
  watch(log, (current, _, onCleanup) => onCleanup(current.subscribe(() => tell(take))), { immediate: true })
  watch([phase, cut, question], () => tell(take))

  const following = ref(false)
  watch(() => presented()?.id, next => void (following.value = next !== undefined && !busy()), { immediate: true })
  const sharedLog = createOutputLog()
  watch(() => presented()?.output, output => sharedLog.replace(output ?? []), { immediate: true })
  return { following, shared: computed(() => following.value ? presented() : null), sharedLog }
}
