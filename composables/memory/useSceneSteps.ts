/** Which scene of a run is shown, and what steps from one to the next. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Scene, Scenes } from '../../runtime/memory/objects/scene.ts'
import type { LineMark } from '../code/lineMarks.ts'

export interface SceneSteps {
  index: Ref<number>
  scene: ComputedRef<Scene | undefined>
  before: ComputedRef<Scene | undefined>
  /** Somebody has stepped. */
  moved: Ref<boolean>
  go: (index: number) => void
  /** Takes keys that step: arrows, Home, End; what it takes, the deck does not get. */
  press: (event: KeyboardEvent) => void
  marks: ComputedRef<LineMark[]>
}

/** `first` is the step at which it begins, counted from 1; the last one without it. */
export function useSceneSteps(scenes: () => Scenes, first: () => number | undefined): SceneSteps {
  const begin = () => Math.max(0, Math.min(scenes().scenes.length, first() ?? Infinity) - 1)
  const index = ref(begin())
  const moved = ref(false)
  watch(scenes, () => {
    index.value = begin()
    moved.value = false
  })

  function go(next: number) {
    index.value = Math.max(0, Math.min(scenes().scenes.length - 1, next))
    moved.value = true
  }
  const keys: Record<string, () => void> = {
    ArrowLeft: () => go(index.value - 1),
    ArrowDown: () => go(index.value - 1),
    ArrowRight: () => go(index.value + 1),
    ArrowUp: () => go(index.value + 1),
    Home: () => go(0),
    End: () => go(Infinity),
  }
  const scene = computed(() => scenes().scenes[index.value])
  const before = computed(() => scenes().scenes[index.value - 1])
  return {
    index, scene, before, moved, go,
    press(event) {
      const act = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : keys[event.key]
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    marks: computed(() => marksOf(before.value, scene.value)),
  }
}

function marksOf(before: Scene | undefined, scene: Scene | undefined): LineMark[] {
  const done: LineMark[] = before?.line ? [{ line: before.line, letter: '✓', colour: 'var(--ink-soft)', title: 'has run' }] : []
  const next: LineMark[] = scene?.line && scene.kind === 'line' ? [{ line: scene.line, letter: '▸', colour: 'var(--live)', title: 'runs next' }] : []
  return [...done, ...next]
}
