/** What fills the whole window, one at a time; the key for it works on what can be used at the moment. */
import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** The parts that can be enlarged now, in the order in which they came to the page. */
const present: Ref<boolean>[] = []

/** Enlarges the first of what can be used, or gives it back its place. */
export function toggleEnlarged(): void {
  const one = present.find(({ value }) => value) ?? present[0]
  if (one) one.value = !one.value
}

/** Whether one part of a slide fills the window; it may while it is `live`, and has its place back when that ends. */
export function useEnlarging(live: () => boolean): Ref<boolean> {
  const enlarged = ref(false)
  function leave() {
    enlarged.value = false
    if (present.includes(enlarged)) present.splice(present.indexOf(enlarged), 1)
  }
  // What was enlarged a moment before it came into sight stays so.
  watch(live, now => now ? present.push(enlarged) : leave(), { immediate: true })
  onScopeDispose(leave)
  return enlarged
}
