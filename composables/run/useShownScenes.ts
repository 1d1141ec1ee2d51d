/** Which scenes belong to what a cell shows: the recorded ones, the presenter's, or those of the last run here. */
import { computed, type ComputedRef, type Ref } from 'vue'
import { decodeScenes } from '../../runtime/memory/objects/decode-scenes.ts'
import type { Scenes } from '../../runtime/memory/objects/scene.ts'
import type { Recording } from '../../runtime/run/recording.ts'
import type { SharedRun } from './sharedRun.ts'
import type { SceneLog } from '../memory/sceneLog.ts'

/** The scenes to show; null where none is known. */
export function useShownScenes(recording: Recording | null, recorded: Ref<boolean>, shared: () => SharedRun | null, own: Ref<SceneLog>): ComputedRef<Scenes | null> {
  const decoded = (wire: readonly unknown[] | null | undefined) => wire?.length ? decodeScenes(wire) : null
  const ofRecording = computed(() => decoded(recording?.objects))
  // The state of the run that is shared comes anew with each output, its scenes do not.
  const sharedWire = computed(() => shared()?.scenes)
  const ofShared = computed(() => decoded(sharedWire.value))
  return computed(() => recorded.value ? ofRecording.value : shared() ? ofShared.value : own.value.scenes.value)
}
