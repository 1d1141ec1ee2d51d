/** A deck that is open in a browser page: what slides it has, and going to one of them. */
import type { Page } from 'playwright-core'

export interface Slide {
  /** Counted from 1. */
  number: number
  title: string
  layout: string
}

export interface DeckPage {
  page: Page
  slides: Slide[]
  /** Shows a slide at a click; resolves when it is on screen and its fonts are there. Returns how many clicks it has. */
  go: (slide: number, click?: number) => Promise<number>
  /** Switches between light and dark, as the system's own setting would. */
  wear: (theme: 'light' | 'dark') => Promise<void>
}

/** What we use of the navigation that Slidev provides to every component, in dev and build alike. */
interface Navigation {
  total: number
  slides: Array<{ no: number, meta: { slide?: { title?: string, frontmatter?: { title?: string, layout?: string } } } }>
  clicksTotal: number
  go: (slide: number, clicks: number) => Promise<void>
}

declare global {
  interface Window {
    slidevNavigation: () => Navigation
  }
}

/** Opens the deck at `url` in a page whose viewport the caller has chosen. */
export async function openDeck(page: Page, url: string): Promise<DeckPage> {
  await page.addInitScript(() => {
    interface Mounted extends HTMLElement {
      __vue_app__?: { _context: { provides: Record<string, { nav: Navigation } | undefined> } }
    }
    window.slidevNavigation = () => {
      const app = document.querySelector<Mounted>('#app')?.__vue_app__
      const context = app?._context.provides['$$slidev-context']
      if (!context) throw new Error('The deck has not started.')
      return context.nav
    }
  })
  await page.goto(url, { waitUntil: 'load' })
  // Others than the slide that is asked for may be there already, hidden.
  await page.locator('.slidev-page .slidev-layout:visible').first().waitFor()
  const slides = await page.evaluate(() => window.slidevNavigation().slides.map(({ no, meta: { slide } }) => ({
    number: no,
    title: slide?.title ?? slide?.frontmatter?.title ?? '',
    layout: slide?.frontmatter?.layout ?? (no === 1 ? 'cover' : 'default'),
  })))
  return {
    page,
    slides,
    go: (slide, click = 0) => page.evaluate(show, [slide, click] as const),
    wear: async (theme) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.waitForFunction(dark => document.documentElement.classList.contains('dark') === dark, theme === 'dark')
    },
  }
}

async function show([slide, click]: readonly [number, number]): Promise<number> {
  const frame = () => new Promise<void>(done => requestAnimationFrame(() => done()))
  const navigation = window.slidevNavigation()
  await navigation.go(slide, click)
  const until = Date.now() + 15_000
  for (;;) {
    const shown = document.querySelector<HTMLElement>(`:is(#slideshow, .reading-column) [data-slidev-no="${slide}"]`)
    if (shown?.querySelector('.slidev-layout') && shown.style.display !== 'none' && shown.getBoundingClientRect().top < innerHeight / 2) break
    if (Date.now() > until) throw new Error(`Slide ${slide} did not show within 15 seconds.`)
    await frame()
  }
  await document.fonts.ready
  await frame()
  await frame()
  return navigation.clicksTotal
}
