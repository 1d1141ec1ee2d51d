/** All keys, in one list: the deck takes its own from here, and the list that `?` opens is made of it. */
import { shallowRef } from 'vue'
import { contentsOpen } from './useContents.ts'
import { toggleEnlarged } from '../useEnlarging.ts'
import { explaining } from './useExplaining.ts'
import { turnAbout } from '../run/predicting/usePredicting.ts'
import { toggleReading } from './useReading.ts'

/** Whether the list of keys is open, in this window. */
export const keysOpen = shallowRef(false)

/** Whether the search is open. */
export const findOpen = shallowRef(false)

export type KeyGroup = 'Moving' | 'Showing' | 'In the overview' | 'In the code'

interface OwnShortcut {
  name: string
  key: string
  group: KeyGroup
  does: string
  /** Gets the number of the slide that is showing. */
  press: (slide: number) => void
}

/** Our own. A new key is a line here; press must be safe on every slide. */
export const ownShortcuts: readonly OwnShortcut[] = [
  { name: 'find', key: '/', group: 'Moving', does: 'Find in the whole deck', press: () => void (findOpen.value = true) },
  { name: 'toggle_contents', key: 'm', group: 'Moving', does: 'Contents: all parts and slides', press: () => void (contentsOpen.value = !contentsOpen.value) },
  { name: 'toggle_explanation', key: 'e', group: 'Showing', does: 'The slide’s explanation (Why?)', press: () => void (explaining.value = !explaining.value) },
  { name: 'toggle_enlarged', key: 'z', group: 'Showing', does: 'A cell or an exercise over the whole window, and back', press: toggleEnlarged },
  { name: 'toggle_predicting', key: 'p', group: 'Showing', does: 'Show a covered answer; else cover what cells print', press: turnAbout },
  { name: 'toggle_reading', key: 'r', group: 'Showing', does: 'Reading view: all slides as text that flows, or slides', press: toggleReading },
  { name: 'toggle_keys', key: '?', group: 'Showing', does: 'This list', press: () => void (keysOpen.value = !keysOpen.value) },
]

type Words = readonly [group: KeyGroup, does: string, ...keys: string[]]

/** What Slidev's own shortcuts are, by the names that it gives them; those with the same words share a row. */
export const slidevShortcuts: Readonly<Record<string, Words>> = {
  next_right: ['Moving', 'Next step', '→'],
  next_space: ['Moving', 'Next step', 'Space'],
  next_page_key: ['Moving', 'Next step', 'Page Down'],
  prev_left: ['Moving', 'Step back', '←'],
  prev_space: ['Moving', 'Step back', 'Shift+Space'],
  prev_page_key: ['Moving', 'Step back', 'Page Up'],
  next_down: ['Moving', 'Next slide', '↓'],
  next_shift: ['Moving', 'Next slide', 'Shift+→'],
  prev_up: ['Moving', 'Slide before', '↑'],
  prev_shift: ['Moving', 'Slide before', 'Shift+←'],
  goto: ['Moving', 'Go to a slide by its number or title', 'G'],
  toggle_overview: ['Moving', 'Overview: all slides as pictures', 'O', '`'],
  toggle_dark: ['Showing', 'Light or dark', 'D'],
  next_overview: ['In the overview', 'Choose a slide', '→'],
  prev_overview: ['In the overview', 'Choose a slide', '←'],
  up_overview: ['In the overview', 'Choose a slide', '↑'],
  down_overview: ['In the overview', 'Choose a slide', '↓'],
  goto_from_overview: ['In the overview', 'Go to it', 'Enter'],
  hide_overview: ['In the overview', 'Close it', 'Esc'],
}

/** Keys that are in no list of Slidev's: those that work while somebody types, too, one that it takes beside the list, and our editor's. */
const otherKeys: readonly Words[] = [
  ['Moving', 'Find in the whole deck', 'Mod+K'],
  ['Showing', 'Full screen', 'F'],
  ['In the code', 'Run', 'Mod+Enter'],
  ['In the code', 'Give the keys back to the slides', 'Esc'],
  ['In the code', 'Over the whole window, and back', 'Alt+Enter'],
  ['In the code', 'Indent, and back', 'Tab', 'Shift+Tab'],
  ['In the code', 'Undo, redo', 'Mod+Z', 'Mod+Shift+Z'],
]

/** The names of the shortcuts that the deck has registered. */
export const registered = shallowRef<readonly string[]>([])

export interface KeyRow {
  does: string
  /** Each a key, or some that are pressed together, with `+` between them. */
  keys: string[]
}

/** A shortcut by name as words; one that nobody has described is shown by its name, and a test fails. */
function wordsOf(name: string): Words {
  const own = ownShortcuts.find(shortcut => shortcut.name === name)
  return own ? [own.group, own.does, own.key.toUpperCase()] : slidevShortcuts[name] ?? ['Showing', name]
}

/** The rows of the list, by group, for the shortcuts named; on a Mac `Mod` is the command key. */
export function keyRows(names: readonly string[], mac: boolean): Map<KeyGroup, KeyRow[]> {
  const groups = new Map<KeyGroup, KeyRow[]>()
  for (const [group, does, ...keys] of [...names.map(wordsOf), ...otherKeys]) {
    const rows = groups.get(group) ?? []
    groups.set(group, rows)
    const row = rows.find(other => other.does === does)
    const shown = keys.map(key => key.replace('Mod', mac ? '⌘' : 'Ctrl'))
    if (row) row.keys.push(...shown)
    else rows.push({ does, keys: shown })
  }
  return groups
}
