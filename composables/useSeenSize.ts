/** An element's size as the browser tells it, once it has laid out the page; asked for at mounting it would have to do so at once. */
import { useResizeObserver } from '@vueuse/core'
import { ref, type Ref } from 'vue'

/**
 * Its width and height in CSS pixels, inside its padding; `initial` until the element is first drawn, which off the screen may be late.
 */
export function useSeenSize(element: Readonly<Ref<HTMLElement | null>>, initial = { width: 0, height: 0 }): { width: Ref<number>, height: Ref<number> } {
  const [width, height] = [ref(initial.width), ref(initial.height)]
  useResizeObserver(element, ([entry]) => {
    width.value = entry!.contentRect.width
    height.value = entry!.contentRect.height
  })
  return { width, height }
}
