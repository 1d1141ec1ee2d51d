/** Which part of an axis from 0 to 1 is seen, zoomed and moved. */
import { computed, shallowRef, type ComputedRef } from 'vue'

export interface Viewport {
  from: ComputedRef<number>
  to: ComputedRef<number>
  zoomed: ComputedRef<boolean>
  /** Makes the part `factor` times as long, keeping `centre` (on the axis) where it is. */
  zoom: (factor: number, centre?: number) => void
  /** Moves by a part of what is seen. */
  pan: (part: number) => void
  fit: () => void
  /** Moves as little as is needed to show a place. */
  reveal: (position: number) => void
}

/** @param closest the shortest part that may be seen; a function, since it is another for each run */
export function useViewport(closest: () => number): Viewport {
  const seen = shallowRef<[from: number, to: number]>([0, 1])
  function show(from: number, length: number) {
    const bounded = Math.min(1, Math.max(length, closest()))
    const start = Math.max(0, Math.min(1 - bounded, from))
    seen.value = [start, start + bounded]
  }
  const length = () => seen.value[1] - seen.value[0]
  return {
    from: computed(() => seen.value[0]),
    to: computed(() => seen.value[1]),
    zoomed: computed(() => length() < 1),
    zoom(factor, centre = (seen.value[0] + seen.value[1]) / 2) {
      const next = Math.min(1, Math.max(length() * factor, closest()))
      show(centre - (centre - seen.value[0]) * next / length(), next)
    },
    pan: part => show(seen.value[0] + part * length(), length()),
    fit: () => show(0, 1),
    reveal(position) {
      const margin = length() * 0.1
      if (position < seen.value[0]) show(position - margin, length())
      else if (position > seen.value[1]) show(position + margin - length(), length())
    },
  }
}
