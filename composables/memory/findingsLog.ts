/** What a look found as it comes, shown a few times a second. */
import { shallowRef, type ShallowRef } from 'vue'
import type { Finding } from '../../runtime/memory/findings.ts'

export interface FindingsLog {
  /** All that was told so far, or until a moment ago; null before anything was. */
  findings: ShallowRef<readonly Finding[] | null>
  append: (finding: Finding) => void
  /** The run is over: shows what is left at once. */
  finish: () => void
}

/** Milliseconds. */
const pause = 150

export function createFindingsLog(): FindingsLog {
  const findings = shallowRef<readonly Finding[] | null>(null)
  const all: Finding[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  function show() {
    timer = undefined
    findings.value = [...all]
  }
  return {
    findings,
    append(finding) {
      all.push(finding)
      timer ??= setTimeout(show, pause)
    },
    finish() {
      clearTimeout(timer)
      if (all.length > 0) show()
    },
  }
}
