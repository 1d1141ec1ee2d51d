/** Loads a part of the site that may fail to come, says why it did not, and tries again by itself. */
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import { silenceLimits } from '../runtime/boot/silence.ts'

/** `network`: the site cannot be reached; `slow`: it has not come for so long that people should know; `newer`: it has a newer version, and this one's parts are gone; `other`: it is there, and yet the part did not come. */
export type Trouble = 'network' | 'slow' | 'newer' | 'other'

export const troubleWords: Record<Trouble, string> = {
  network: 'This part could not be loaded: the network is gone. It comes by itself once the network is back.',
  slow: `This part has not come for ${silenceLimits.most} seconds: the network is slow, or stuck. It comes by itself if it still can; to ask for it anew, reload. What you typed is kept.`,
  newer: 'A newer version of this deck has been published, and this part of the old one is gone from the site. Reload; what you typed is kept.',
  other: 'This part could not be loaded.',
}

/** What helps: the browser asks for a part once only while it waits for it. */
export const helpsToReload = (trouble: Trouble) => trouble === 'newer' || trouble === 'slow'

/** Milliseconds before the second attempt; each further one waits twice as long, up to the limit. */
const firstWait = 2000
const longestWait = 30_000

/** Milliseconds in which the site should say what became of a part. */
const answerTime = 5000

export interface Loading<T> {
  loaded: ShallowRef<T | null>
  trouble: ShallowRef<Trouble | null>
  /** Tries at once. */
  again: () => Promise<void>
}

/**
 * Call it in a setup; it loads at once.
 *
 * @param wanted while it is false nothing is tried but when the network comes back
 */
export function useLoading<T>(load: () => Promise<T>, wanted: MaybeRefOrGetter<boolean> = true): Loading<T> {
  const loaded = shallowRef<T | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  let wait = firstWait
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  async function attempt() {
    clearTimeout(timer)
    const late = tellLate(() => trouble.value ??= 'slow')
    try {
      if (trouble.value) await loadStylesAgain()
      loaded.value = await load()
      trouble.value = null
    }
    catch {
      trouble.value = await whyNotLoaded()
      if (!over && toValue(wanted)) timer = setTimeout(() => void attempt(), wait)
      wait = Math.min(wait * 2, longestWait)
    }
    finally {
      clearTimeout(late)
    }
  }
  async function again() {
    wait = firstWait
    if (loaded.value === null) await attempt()
  }
  useEventListener(window, 'online', () => void (trouble.value && again()))
  watch(() => toValue(wanted), isWanted => void (isWanted && trouble.value && again()))
  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
  })
  void attempt()
  return { loaded, trouble, again }
}

/** Calls `tell` where something that comes by the network is late; returns the timer. */
export const tellLate = (tell: () => void) => setTimeout(tell, silenceLimits.most * 1000)

/** Asks the site for its page: another version starts with another script. */
export async function whyNotLoaded(): Promise<Trouble> {
  try {
    const response = await fetch(location.href.replace(/[?#].*$/, ''), { cache: 'no-store', signal: AbortSignal.timeout(answerTime) })
    if (!response.ok) return 'network'
    const script = document.querySelector('script[type=module][src]')?.getAttribute('src')
    return script && !(await response.text()).includes(script) ? 'newer' : 'other'
  }
  catch {
    return 'network'
  }
}

/** A style that the server refused is there, without a rule; that of a network which broke down may not be read. */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet || sheet.cssRules.length === 0
  }
  catch {
    return true
  }
}

/** Vite asks for the style of a part once only: one that did not come would be missing for good, though its script came later. */
async function loadStylesAgain(): Promise<void> {
  const failed = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(isMissing)
  await Promise.all(failed.map(link => new Promise<void>((done, fail) => {
    const next = document.createElement('link')
    Object.assign(next, { rel: 'stylesheet', href: link.href, onload: () => done(), onerror: () => fail(new Error(link.href)) })
    link.replaceWith(next)
  })))
}
