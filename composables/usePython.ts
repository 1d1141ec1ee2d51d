/** The one Python session of this window. */
import { readonly, shallowRef, type ShallowRef } from 'vue'
import { openSession } from '../runtime/run/browser.ts'
import type { Session, SessionState } from '../runtime/run/session.ts'

let session: Session | null = null
let asked = false
const state = shallowRef<SessionState>({ kind: 'idle' })

export interface Python {
  /** What the interpreter is doing, for the whole window. */
  state: Readonly<ShallowRef<SessionState>>
  /** The session; the first call opens it, which loads nothing yet. */
  session: () => Session
  /** Begins to load as soon as the page has nothing better to do. */
  loadWhenIdle: () => void
}

function current(): Session {
  if (!session) {
    session = openSession(new URL(`${import.meta.env.BASE_URL}pyodide/`, location.href))
    session.subscribe(next => void (state.value = next))
  }
  return session
}

function loadWhenIdle(): void {
  if (asked) return
  asked = true
  // Safari has no requestIdleCallback.
  const whenIdle = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 1000))
  whenIdle(() => current().load(), { timeout: 5000 })
}

export function usePython(): Python {
  return { state: readonly(state) as Readonly<ShallowRef<SessionState>>, session: current, loadWhenIdle }
}

// An edit of this module during development would leave the old workers alive.
import.meta.hot?.dispose(() => session?.dispose())
