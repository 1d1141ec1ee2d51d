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
  /** The address of a slide, by number or alias, for a link. */
  linkTo: (slide: number | string) => string
}

/** Call it in a setup. */
export function useDeck(): Deck {
  const { slides, currentSlideNo, isPrintMode, isPresenter, go } = useNav()
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
    linkTo: slide => isPrintMode.value ? `#${slide}` : `#${isPresenter.value ? '/presenter' : ''}/${slide}`,
  }
}
