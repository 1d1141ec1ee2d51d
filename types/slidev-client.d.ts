/**
 * The part of `@slidev/client` that this project uses. The package ships TypeScript sources,
 * which a type check would otherwise follow and find fault with.
 */
import type { RenderContext, SlideRoute } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'
import type { Router } from 'vue-router'

/** One slide, with what its source says of it. */
export type DeckRoute = SlideRoute & { meta: { slide?: { title?: string, note?: string, noteHTML?: string, frontmatter?: Record<string, unknown> } } }

export function useSlideContext(): {
  $renderContext: Ref<RenderContext>
  $page: Ref<number>
  /** The slide's; none outside a slide. */
  $route: SlideRoute | undefined
}
export function useNav(): {
  isPrintMode: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  isEmbedded: ComputedRef<boolean>
  currentSlideNo: ComputedRef<number>
  slides: Ref<DeckRoute[]>
  currentSlideRoute: ComputedRef<{ meta: { slide?: { title?: string } } }>
  go: (page: number | string, clicks?: number) => Promise<void>
  /** Clicks of the slide that is showing, and how many it has. */
  clicks: ComputedRef<number>
  clicksTotal: ComputedRef<number>
  router: Router
}
export function useDarkMode(): { isDark: Ref<boolean> }
export function useIsSlideActive(): ComputedRef<boolean>
export function onSlideEnter(callback: () => void): void
export function onSlideLeave(callback: () => void): void

/** Keeps the deck's keyboard shortcuts off until the returned function is called. */
export function lockShortcuts(): () => void

/** What the windows of a deck have in common; `state` is the server's in dev, the default's in a build. */
export function createSyncState<State extends object>(serverState: State, defaultState: State, persist?: boolean): {
  init: (channelKey: string) => void
  onPatch: (listener: (state: State) => void) => void
  patch: <Key extends keyof State>(key: Key, value: State[Key]) => void
  state: State
}
