/**
 * Runs of the presenter's window, shown in the audience's windows; never the other way.
 * In development the server keeps them for every device; a built deck reaches the windows of one browser.
 */
import { createSyncState } from '@slidev/client'
import { useThrottleFn } from '@vueuse/core'
import served from 'server-reactive:cells'
import { computed, type ComputedRef } from 'vue'
import type { LookName } from '../../runtime/memory/lookNames.ts'
import { isRecord, readSharedRun, type SharedRun, type SharedRuns } from './sharedRun.ts'

const channel = `cells ${import.meta.env.BASE_URL}`
const sent = createSyncState<SharedRuns>(served, { runs: {}, beat: 0 })
/** A window of a built deck that opens late asks the presenter's to send again. */
const asked = createSyncState({ at: 0 }, { at: 0 })
let published = false
let joined = false

function join(): void {
  if (joined) return
  joined = true
  sent.init(`${channel} runs`)
  asked.init(`${channel} asked`)
  asked.onPatch(() => {
    if (published) sent.patch('beat', (Number(sent.state.beat) || 0) + 1)
  })
  asked.patch('at', Date.now())
}

/** Sends at most ten states a second; `take` is called when one is sent. */
export function usePublisher(snippet: string): (take: () => SharedRun | null) => void {
  join()
  return useThrottleFn((take: () => SharedRun | null) => {
    published = true
    const runs: unknown = sent.state.runs
    sent.patch('runs', { ...isRecord(runs) ? runs as SharedRuns['runs'] : {}, [snippet]: take() })
  }, 100, true, true)
}

/** The presenter's last run of `snippet`, whose view looks at `look`. What else other windows may send is nothing. */
export function useSharedRun(snippet: string, look?: LookName): ComputedRef<SharedRun | null> {
  join()
  return computed(last => readSharedRun(sent.state.runs, snippet, look, last))
}
