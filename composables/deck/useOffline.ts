/** Whether the site is kept for use without a network, and whether a newer one waits. */
import { readonly, ref, type Ref } from 'vue'
import type { Workbox } from 'workbox-window'

/** `none`: nothing is kept (in development, over plain http in a local network, or not yet). */
export type OfflineState = 'none' | 'keeping' | 'ready' | 'update'

const state = ref<OfflineState>('none')
let workbox: Workbox | null = null

/**
 * Registers the service worker of a built site; call it once a window.
 *
 * @param after when to begin: Python should have the network to itself first
 */
export async function keepForOffline(after: Promise<unknown>): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (navigator.serviceWorker.controller) state.value = 'ready'
  else await after
  const { Workbox } = await import('workbox-window')
  workbox = new Workbox(`${import.meta.env.BASE_URL}service-worker.js`, { scope: import.meta.env.BASE_URL })
  workbox.addEventListener('installing', () => void (state.value = state.value === 'ready' ? 'ready' : 'keeping'))
  workbox.addEventListener('activated', () => void (state.value = 'ready'))
  workbox.addEventListener('waiting', () => void (state.value = 'update'))
  try {
    const registration = await workbox.register()
    if (registration?.active && !registration.installing && !registration.waiting) state.value = 'ready'
  }
  catch (error) {
    state.value = 'none'
    console.warn('This site could not be kept for use without a network.', error)
  }
}

/** Lets the newer site take over, and shows it. Edits in cells stay. */
function update(): void {
  workbox?.addEventListener('controlling', () => location.reload())
  workbox?.messageSkipWaiting()
}

export function useOffline(): { state: Readonly<Ref<OfflineState>>, update: () => void } {
  return { state: readonly(state), update }
}
