/** The keys of a picture of lanes; what it takes, the deck does not get. */
import type { Ref } from 'vue'
import type { Lanes } from '../../../runtime/trace/lanes/lanes.ts'
import type { PlayHead } from './usePlayHead.ts'
import type { Viewport } from './useViewport.ts'

interface Controlled {
  viewport: Viewport
  head: PlayHead
  chosen: Ref<number | null>
  lanes: () => Lanes
  /** Where the play head stands on the axis. */
  position: () => number
}

const zoomStep = 0.6

/** Left and right step, with Shift they move what is seen; up and down choose a lane; + − 0 zoom; space plays. */
export function useLaneKeys({ viewport, head, chosen, lanes, position }: Controlled): (event: KeyboardEvent) => void {
  function choose(by: number) {
    const next = (chosen.value ?? (by > 0 ? -1 : 0)) + by
    chosen.value = next < 0 || next >= lanes().lanes.length ? null : next
    head.moved.value = true
  }
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    'ArrowLeft': event => event.shiftKey ? viewport.pan(-0.2) : head.step(-1),
    'ArrowRight': event => event.shiftKey ? viewport.pan(0.2) : head.step(1),
    'ArrowUp': () => choose(-1),
    'ArrowDown': () => choose(1),
    'Home': () => head.go(0),
    'End': () => head.go(Infinity),
    '+': () => viewport.zoom(zoomStep, position()),
    '=': () => viewport.zoom(zoomStep, position()),
    '-': () => viewport.zoom(1 / zoomStep, position()),
    '0': () => viewport.fit(),
    ' ': () => head.toggle(),
  }
  return (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act(event)
  }
}
