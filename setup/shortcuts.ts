import { defineShortcutsSetup } from '@slidev/types'
import { contentsOpen } from '../composables/useContents.ts'
import { explaining } from '../composables/useExplaining.ts'
import { predicting } from '../composables/usePredicting.ts'

/** P covers what cells are recorded to print, and shows it again; E opens a slide's explanation, M the contents. */
export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'toggle_predicting', key: 'p', fn: () => void (predicting.value = !predicting.value) },
  { name: 'toggle_explanation', key: 'e', fn: () => void (explaining.value = !explaining.value) },
  { name: 'toggle_contents', key: 'm', fn: () => void (contentsOpen.value = !contentsOpen.value) },
])
