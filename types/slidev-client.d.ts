/**
 * The part of `@slidev/client` that this project uses. The package ships TypeScript sources,
 * which a type check would otherwise follow and find fault with.
 */
import type { RenderContext } from '@slidev/types'
import type { ComputedRef, Ref } from 'vue'

export function useSlideContext(): {
  $renderContext: Ref<RenderContext>
  $page: Ref<number>
}
export function useNav(): {
  isPrintMode: ComputedRef<boolean>
  isPresenter: ComputedRef<boolean>
  currentSlideNo: ComputedRef<number>
  slides: Ref<Array<{ no: number, meta: { slide?: { title?: string, note?: string, noteHTML?: string, frontmatter?: Record<string, unknown> } } }>>
  currentSlideRoute: ComputedRef<{ meta: { slide?: { title?: string } } }>
  go: (page: number | string, clicks?: number) => void
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
