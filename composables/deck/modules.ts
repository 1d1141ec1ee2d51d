/** The workshop's parts, and the minutes that its notes plan. */

export const moduleNames: Record<string, string> = {
  M0: 'Two clocks',
  M1: 'Names, objects, counts',
  M2: 'Cycles and the collector',
  M3: 'Where bytes live',
  M4: 'Good habits and profiling',
  M5: 'The GIL',
  M6: 'Threads and races',
  M7: 'Locks and coordination',
  M8: 'Pools and futures',
  M9: 'asyncio',
  M10: 'Choosing',
}

/** What a slide's notes say of its time: `Time: 3 min`. */
export function minutesIn(notes: string): number {
  return Number(/\bTime:\s*(\d+) min/.exec(notes.replace(/<[^>]*>/g, ''))?.[1] ?? 0)
}

export interface Part<T> {
  /** `M3`, or empty for what stands before the first part, between and after. */
  module: string
  slides: T[]
}

/** Consecutive slides of one module, in the deck's order. */
export function partsOf<T extends { module: string }>(slides: readonly T[]): Part<T>[] {
  const parts: Part<T>[] = []
  for (const slide of slides) {
    const last = parts.at(-1)
    if (last?.module === slide.module) last.slides.push(slide)
    else parts.push({ module: slide.module, slides: [slide] })
  }
  return parts
}

/**
 * How a talk stands against its plan: minutes planned for the slides from `first` on and before `current`, and minutes gone.
 * Whoever goes back before the slide where they began has no minutes planned.
 */
export function pace(slides: readonly { number: number, minutes: number }[], first: number, current: number, elapsed: number): { plan: number, you: number, words: string } {
  const plan = slides.filter(({ number }) => number >= first && number < current).reduce((sum, { minutes }) => sum + minutes, 0)
  const you = Math.floor(elapsed / 60_000)
  const ahead = you - plan
  return { plan, you, words: `plan ${plan} min · you ${you} min (${ahead > 0 ? '+' : ahead < 0 ? '−' : '±'}${Math.abs(ahead)})` }
}
