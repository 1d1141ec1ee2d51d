/** Guesses before a run: kept in the browser; a slide's cells wait until its question is answered. */
import { onScopeDispose, shallowReactive, watchEffect, type Ref } from 'vue'
import { z } from '../../../runtime/schema.ts'
import { useKept } from '../../storage/storage.ts'

const guessSchema = z.object({
  picked: z.array(z.number().int().nonnegative()),
  /** `skipped`: somebody would rather see it at once. */
  state: z.enum(['open', 'answered', 'skipped']),
})
export type Guess = z.infer<typeof guessSchema>

const kept = new Map<string, Ref<Guess>>()

/** The guess at one question; the presenter's shows on the projector too, where both are windows of one browser. */
export function useGuess(id: string): Ref<Guess> {
  if (!kept.has(id)) kept.set(id, useKept(`predict:${id}`, guessSchema, { picked: [], state: 'open' }, { follow: true }))
  return kept.get(id)!
}

/** How many questions on a slide are open. */
const open = shallowReactive(new Map<number, number>())

/** The cells of `slide` wait while `waits` says so. Call it in a setup. */
export function holdCells(slide: () => number, waits: () => boolean): void {
  let held: number | null = null
  function release() {
    if (held !== null) open.set(held, (open.get(held) ?? 1) - 1)
    held = null
  }
  watchEffect(() => {
    const next = waits() ? slide() : null
    if (next === held) return
    release()
    if (next !== null) open.set(next, (open.get(next) ?? 0) + 1)
    held = next
  }, { flush: 'sync' })
  onScopeDispose(release)
}

/** Whether the cells of a slide wait for a guess. */
export function guessIsOpen(slide: number): boolean {
  return (open.get(slide) ?? 0) > 0
}
