import { defineShortcutsSetup } from '@slidev/types'
import { ownShortcuts, registered } from '../composables/deck/shortcuts.ts'
import { useDeck } from '../composables/deck/useDeck.ts'
import { readingShown } from '../composables/deck/useReading.ts'

/** Keys that scroll where slides are read, and turn them elsewhere; and those that turn them there, where there are no clicks. */
const scrollKeys = ['next_space', 'prev_space', 'next_page_key', 'prev_page_key', 'next_down', 'prev_up']
const turnKeys = { next_right: 'nextSlide', prev_left: 'prevSlide' } as const

/** Slidev's keys and ours. What there is, is told to the list of keys. */
export default defineShortcutsSetup((nav, shortcuts) => {
  const deck = useDeck()
  const whileReading = new Map([
    ...scrollKeys.map(name => [name, () => {}] as const),
    ...Object.entries(turnKeys).map(([name, turn]) => [name, () => nav[turn]()] as const),
  ])
  const slidevs = shortcuts.map(shortcut => ({ ...shortcut, fn: () => ((readingShown.value && whileReading.get(shortcut.name ?? '')) || shortcut.fn)?.() }))
  const all = [...slidevs, ...ownShortcuts.map(({ name, key, press }) => ({ name, key, fn: () => press(deck.current.value) }))]
  registered.value = all.flatMap(({ name }) => name ?? [])
  return all
})
