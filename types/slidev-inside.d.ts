/**
 * The inside of Slidev's client, as far as `setup/` uses it: each of its files exports one of these.
 * Like slidev-client.d.ts it keeps the type check out of Slidev's own sources.
 */
import type { ClicksContext, SlideRoute } from '@slidev/types'
import type { DefineComponent } from 'vue'

/** A component: `internals/SlideWrapper.vue`, `internals/Controls.vue`, `pages/play.vue`, `#slidev/custom-nav-controls`. */
declare const component: DefineComponent<Record<string, unknown>>
export default component

/** `#slidev/global-layers` */
export const GlobalTop: typeof component
export const GlobalBottom: typeof component

/** `constants`: more clicks than any slide has. */
export const CLICKS_MAX: number
/** `composables/useClicks`: a slide that stays at one click. */
export function createFixedClicks(route: SlideRoute, current: number): ClicksContext
/** `logic/dark` */
export function toggleDark(): void
/** `logic/shortcuts`: call it in a setup. */
export function registerShortcuts(): void
/** `logic/slides` */
export function getSlidePath(route: SlideRoute | number, presenter: boolean): string
