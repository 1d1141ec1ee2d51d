/** Which trace belongs to what a cell shows: the recorded one, the presenter's, or that of the last run here. */
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Trace } from '../../runtime/trace/trace.ts'
import { decodeTrace, type WireEvent } from '../../runtime/trace/wire.ts'
import type { Recording } from '../../runtime/run/recording.ts'
import type { SharedRun } from './sharedRun.ts'
import type { TraceLog } from '../trace/traceLog.ts'

/** The trace to show; null where none is known. */
export function useShownTrace(recording: Recording | null, recorded: Ref<boolean>, shared: () => SharedRun | null, own: Ref<TraceLog>): ComputedRef<Trace | null> {
  const decoded = (wire: readonly WireEvent[] | null | undefined) => wire?.length ? decodeTrace(wire) : null
  const ofRecording = computed(() => decoded(recording?.trace))
  // The state of the run that is shared comes anew with each output, its trace does not.
  const sharedWire = computed(() => shared()?.trace)
  const ofShared = computed(() => decoded(sharedWire.value))
  return computed(() => recorded.value ? ofRecording.value : shared() ? ofShared.value : own.value.trace.value)
}
