/** The search for a bad schedule of one program, as something that can be shown. */
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Exploration } from '../../runtime/schedules/exploration.ts'
import type { Run } from '../../runtime/run/session.ts'
import { searchRequest, type SearchOptions } from '../../runtime/schedules/searchOptions.ts'
import type { Python } from '../usePython.ts'

export type SearchState =
  | { kind: 'none' }
  /** So many schedules of the program were run; 0 while Python loads or another program has its turn. */
  | { kind: 'searching', source: string, schedules: number }
  /** It was ended before it had an answer. */
  | { kind: 'stopped', source: string, schedules: number }
  /** What came of it, for the program as it was then. */
  | { kind: 'over', source: string, exploration: Exploration }

export interface Search {
  state: ShallowRef<SearchState>
  /** Looks for a bad schedule of a program, or runs the one that is known by its id. */
  start: (file: string, source: string, look: SearchOptions, replay?: string | null) => void
  stop: () => void
}

export function useSearch(python: Python): Search {
  const state = shallowRef<SearchState>({ kind: 'none' })
  let run: Run | null = null

  function start(file: string, source: string, look: SearchOptions, replay: string | null = null) {
    run?.stop()
    state.value = { kind: 'searching', source, schedules: 0 }
    const mine = run = python.session().run(searchRequest(file, `${source}\n`, look, replay), {
      output: () => {},
      cut: () => {},
      input: async () => null,
      started: () => {},
      progress: schedules => void (run === mine && (state.value = { kind: 'searching', source, schedules })),
    })
    void mine.result.then((result) => {
      if (run !== mine) return
      if (result.kind === 'explored') state.value = { kind: 'over', source, exploration: result.exploration }
      else if (result.kind === 'lost') state.value = { kind: 'over', source, exploration: { error: result.problem.sentence } }
      else state.value = { kind: 'stopped', source, schedules: state.value.kind === 'searching' ? state.value.schedules : 0 }
    })
  }

  onScopeDispose(() => run?.stop())
  return { state, start, stop: () => run?.stop() }
}
