/** The scenes of one run as they come, decoded when they are looked at or when the run is over. */
import { shallowRef, type ShallowRef } from 'vue'
import { decodeScenes } from '../../runtime/memory/objects/decode-scenes.ts'
import type { Scenes, WireScene } from '../../runtime/memory/objects/scene.ts'

export interface SceneLog {
  /** What has been told so far; null before anything was. */
  scenes: ShallowRef<Scenes | null>
  /** The same as it came. */
  readonly wire: readonly WireScene[]
  append: (scenes: readonly WireScene[]) => void
  /** The run is over: decodes what is left at once. */
  finish: () => void
}

/** Milliseconds between two times of decoding, while a run goes on. */
const pause = 400

export function createSceneLog(): SceneLog {
  const scenes = shallowRef<Scenes | null>(null)
  const wire: WireScene[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function decode() {
    timer = undefined
    scenes.value = decodeScenes(wire)
  }

  return {
    scenes,
    wire,
    append(more) {
      for (const scene of more) wire.push(scene)
      timer ??= setTimeout(decode, pause)
    },
    finish() {
      clearTimeout(timer)
      if (wire.length > 0) decode()
    },
  }
}
