/** The part of the host that looks at a program's objects while it runs in steps (`python/lab/memory/objects.py`). */
import type { PyodideAPI } from 'pyodide'
import type { Scene, WireScene } from './scene.ts'
import { openHeap } from '../heap/openHeap.ts'
import { watch, type Watch } from './watch.ts'

export interface Look {
  /** Prepares; `space` is the address of the dict with the program's names. False where nothing can be shown. */
  look: (space: number) => boolean
  /** The program is at a line; `frames` is JSON of `[address, has a dict, name, line]`. False when no more is wanted. */
  show: (kind: Scene['kind'], line: number, thread: number, frames: string) => boolean
  unlook: () => void
}

export interface Looking {
  bridge: Look
  /** Sends what is held back. */
  flush: () => void
}

/** Scenes are sent so many at a time. */
const batch = 50

/** `header` names an object whose first bytes are told; `send` takes JSON, an array of scenes. */
export function createLook(pyodide: PyodideAPI, header: string | null, send: (scenes: string) => void): Looking {
  let held: WireScene[] = []
  let watching: Watch | null = null

  function tell(scene: WireScene) {
    held.push(scene)
    if (held.length >= batch) flush()
  }
  function flush() {
    if (held.length > 0) send(JSON.stringify(held))
    held = []
  }

  const bridge: Look = {
    look(space) {
      const opened = openHeap(pyodide)
      if ('problem' in opened) tell(['problem', opened.problem])
      else watching = watch(pyodide, opened.heap, space, header, tell)
      flush()
      return watching !== null
    },
    show(kind, line, thread, frames) {
      const told = JSON.parse(frames) as [number, 0 | 1, string, number][]
      return watching!.see({ kind, line, thread, frames: told.map(([address, space, name, line]) => ({ root: { address, space: space === 1 }, name, line })) })
    },
    unlook() {
      watching?.end()
      flush()
    },
  }
  return { bridge, flush }
}
