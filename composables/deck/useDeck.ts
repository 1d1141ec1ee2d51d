/** The deck as a whole, for what leads through it: a seam to Slidev. */
import { useNav } from '@slidev/client'
import { computed, type ComputedRef } from 'vue'
import { minutesIn, moduleNames } from './modules.ts'

export interface DeckSlide {
  number: number
  title: string
  /** `M0` … `M10`, or empty. */
  module: string
  /** As its notes plan it. */
  minutes: number
}

export interface Deck {
  slides: ComputedRef<DeckSlide[]>
  current: ComputedRef<number>
  printing: ComputedRef<boolean>
  presenting: ComputedRef<boolean>
  go: (slide: number) => void
  /** Shows a slide in place of the one that is showing: the browser's Back knows nothing of it. */
  show: (slide: number, clicks?: number) => Promise<void>
  /** The address within the deck, with a leading slash. */
  path: ComputedRef<string>
  /** Clicks of the slide that is showing. */
  clicks: ComputedRef<number>
  /** The address of a slide, by number or alias, for a link. */
  linkTo: (slide: number | string) => string
}

/** Call it in a setup. */
export function useDeck(): Deck {
  const { slides, currentSlideNo, isPrintMode, isPresenter, go, clicks, router } = useNav()
  return {
    slides: computed(() => slides.value.map(({ no, meta }) => {
      const { title = '', frontmatter, noteHTML, note } = meta.slide ?? {}
      const module = String(frontmatter?.module ?? '')
      return { number: no, title: title || `Slide ${no}`, module: module in moduleNames ? module : '', minutes: minutesIn(noteHTML || note || '') }
    })),
    current: currentSlideNo,
    printing: isPrintMode,
    presenting: isPresenter,
    go: slide => void go(slide),
    show: async (slide, clicks = 0) => {
      const query = { ...router.currentRoute.value.query, clicks: clicks === 0 ? undefined : String(clicks) }
      await router.replace({ path: `${isPresenter.value ? '/presenter' : ''}/${slide}`, query })
    },
    path: computed(() => router.currentRoute.value.path),
    clicks,
    linkTo: slide => isPrintMode.value ? `#${slide}` : `#${isPresenter.value ? '/presenter' : ''}/${slide}`,
  }
}
