import { defineAppSetup } from '@slidev/types'
import { until } from '@vueuse/core'
import { keepForOffline } from '../composables/useOffline.ts'
import { usePython } from '../composables/usePython.ts'

/** Time after which the site is kept for offline use even where Python has not been asked for, in milliseconds. */
const patience = 20_000

export default defineAppSetup(() => {
  const { state } = usePython()
  const settled = until(state).toMatch(({ kind }) => kind === 'ready' || kind === 'failed', { timeout: patience })
  void keepForOffline(settled)
})
