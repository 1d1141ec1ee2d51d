import { defineShortcutsSetup } from '@slidev/types'
import { predicting } from '../composables/usePredicting.ts'

/** P covers what cells are recorded to print, and shows it again. */
export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts,
  { name: 'toggle_predicting', key: 'p', fn: () => void (predicting.value = !predicting.value) },
])
