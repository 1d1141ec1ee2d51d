/** Mouse, pen and fingers on a picture with a horizontal axis: they point, drag, zoom and move what is seen. */
import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'

export interface PlotGestures {
  /** Otherwise everything goes to who is behind the picture. */
  active: () => boolean
  /** Somebody points at a place: parts of the width and the height, from 0 to 1; null where nobody does. */
  point: (place: { x: number, y: number } | null) => void
  /** Takes hold of a place; true where a drag moves what is seen, else it goes on calling `scrub`. */
  grab: (x: number) => boolean
  scrub: (x: number) => void
  /** Moves what is seen by a part of it. */
  pan: (part: number) => void
  /** Makes what is seen `factor` times as long, round a part of the width. */
  zoom: (factor: number, x: number) => void
}

/** A turn of the wheel by one notch, 100 px, zooms by about a fifth. */
const wheelStep = 0.0018

/** A drag over less than this part of the width is none. */
const still = 0.004

/** Listens on `target` while it is there; `scrolls` tells that the wheel is wanted for scrolling, but for Ctrl. */
export function usePlotPointer(target: Ref<HTMLElement | null>, gestures: PlotGestures, scrolls: () => boolean): void {
  const down = new Map<number, number>()
  let moving = false
  let begun = 0

  const place = (event: MouseEvent) => {
    const box = target.value!.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }

  useEventListener(target, 'pointerdown', (event) => {
    if (event.button !== 0 || !gestures.active()) return
    event.stopPropagation()
    const { x } = place(event)
    down.set(event.pointerId, x)
    target.value!.setPointerCapture(event.pointerId)
    if (down.size === 1) {
      begun = x
      moving = gestures.grab(x)
      if (!moving) gestures.scrub(x)
    }
  })
  useEventListener(target, 'pointermove', (event) => {
    if (!gestures.active()) return
    const { x, y } = place(event)
    const before = down.get(event.pointerId)
    if (before === undefined) return gestures.point({ x, y })
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)![1]
      const [was, is] = [Math.abs(before - other), Math.abs(x - other)]
      if (is > 0.01) gestures.zoom(was / is, other)
    }
    else if (moving) gestures.pan(before - x)
    else gestures.scrub(x)
    down.set(event.pointerId, x)
  })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    useEventListener(target, end, (event) => {
      const last = down.get(event.pointerId)
      down.delete(event.pointerId)
      // What was not dragged anywhere was a click.
      if (moving && end === 'pointerup' && down.size === 0 && last !== undefined && Math.abs(last - begun) < still) gestures.scrub(last)
    })
  }
  useEventListener(target, 'pointerleave', () => gestures.point(null))
  // A swipe that begins here must not turn the slide.
  useEventListener(target, 'touchstart', event => void (gestures.active() && event.stopPropagation()), { passive: true })
  useEventListener(target, 'wheel', (event) => {
    if (!gestures.active()) return
    if (scrolls() && !event.ctrlKey && Math.abs(event.deltaY) > Math.abs(event.deltaX)) return
    event.preventDefault()
    const { x } = place(event)
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) gestures.pan((event.deltaX || event.deltaY) / 800)
    else gestures.zoom(Math.exp(event.deltaY * wheelStep * (event.ctrlKey ? 4 : 1)), x)
  }, { passive: false })
}
