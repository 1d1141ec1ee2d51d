/** How long it takes to draw many objects, in a page that has nothing else on it. */
import { createApp, h, nextTick, shallowRef } from 'vue'
import Objects from '../../components/memory/objects/Objects.vue'
import type { Scene, SceneObject, Scenes } from '../../runtime/memory/objects/scene.ts'

/** A tree of objects, each of which holds up to two others. */
function tree(count: number): Scene {
  const objects = Array.from({ length: count }, (_, index): SceneObject => ({
    id: index + 1, type: 'Node', value: null, count: 1, size: 24, more: 0,
    references: [2 * index + 2, 2 * index + 3].filter(to => to <= count).map((to, side) => ({ label: side === 0 ? '.left' : '.right', to, weak: false })),
  }))
  return { kind: 'over', line: null, thread: 1, frames: [{ name: '<module>', line: null, names: [{ name: 'root', to: 1, counted: true }] }], objects, died: [], cut: false, header: null }
}

const scenes = shallowRef<Scenes>({ scenes: [tree(1)], cut: false, problem: null })
const rest = { source: '', original: '', file: 'bench.py', recording: null, trace: null, of: 'run', stale: false, running: false, live: true, printing: false, python: {} } as const
createApp(() => h(Objects, { ...rest, scenes: scenes.value, python: {} as never })).mount('#view')

/** Milliseconds from scenes that arrive to the frame that shows them. */
async function draw(count: number): Promise<number> {
  scenes.value = { scenes: [tree(1)], cut: false, problem: null }
  await nextTick()
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  const begun = performance.now()
  scenes.value = { scenes: [tree(count)], cut: false, problem: null }
  await nextTick()
  const drawn = document.querySelectorAll('.object').length
  if (drawn !== count) throw new Error(`${drawn} objects are drawn, not ${count}.`)
  document.querySelector('svg')!.getBoundingClientRect()
  return performance.now() - begun
}

const drawing = { draw }

declare global {
  interface Window {
    drawing: typeof drawing
  }
}

window.drawing = drawing
