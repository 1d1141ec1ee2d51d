/** A program that somebody schedules: where it stands, and what can be done from there. */
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { countRequest, type SearchOptions } from '../../runtime/schedules/searchOptions.ts'
import type { Exploration } from '../../runtime/schedules/exploration.ts'
import type { Move, PlayCommand, Position } from '../../runtime/schedules/play.ts'
import type { RunRequest } from '../../runtime/border/protocol.ts'
import type { Run } from '../../runtime/run/session.ts'
import type { Python } from '../usePython.ts'

export interface Play {
  position: ShallowRef<Position | null>
  /** The moves that lead there. */
  moves: ShallowRef<Move[]>
  /** The next position is on its way. */
  busy: Ref<boolean>
  counting: Ref<boolean>
  /** Why the program cannot be played, in one sentence. */
  problem: Ref<string | null>
  /** How all schedules end, once they were counted. */
  outcomes: ShallowRef<Exploration | null>
  /** Play from the beginning under these moves; with `find`, on from there to the goal. */
  go: (moves: Move[], find?: boolean) => void
  count: () => void
  /** Forget it all: the program is another one. */
  reset: () => void
}

const silent = { output: () => {}, cut: () => {}, started: () => {}, input: async () => null }

/**
 * Plays `source()`. Each position is reached from the program's first line, so a play that had to give way to
 * another cell's run goes on at the next move as if nothing had been.
 */
export function usePlay(python: Python, file: () => string, source: () => string, look: () => SearchOptions): Play {
  const position = shallowRef<Position | null>(null)
  const moves = shallowRef<Move[]>([])
  const busy = ref(false)
  const counting = ref(false)
  const problem = ref<string | null>(null)
  const outcomes = shallowRef<Exploration | null>(null)
  let run: Run | null = null
  let counted: Run | null = null
  let answer: ((command: PlayCommand | null) => void) | null = null

  function begin(first: PlayCommand) {
    const { seed, goal, switch: switching } = look()
    const request: RunRequest = { file: file(), source: `${source()}\n`, seed, play: { moves: first.moves, goal, switch: switching } }
    let pending = first.find ? first : null
    const mine = run = python.session().run(request, {
      ...silent,
      position: (next) => {
        if (run !== mine) return Promise.resolve(null)
        if (pending) {
          const command = pending
          pending = null
          return Promise.resolve(command)
        }
        position.value = next
        if (next.found) moves.value = next.found
        busy.value = false
        return new Promise<PlayCommand | null>(resolve => answer = resolve)
      },
    })
    void mine.result.then((result) => {
      if (run !== mine) return
      run = answer = null
      busy.value = false
      if (result.kind === 'played') problem.value = result.error
      else if (result.kind === 'lost') problem.value = result.problem.sentence
    })
  }

  function go(next: Move[], find = false) {
    if (busy.value) return
    busy.value = true
    problem.value = null
    moves.value = next
    const command: PlayCommand = { moves: next, find }
    if (answer) {
      const tell = answer
      answer = null
      tell(command)
    }
    else begin(command)
  }

  function count() {
    outcomes.value = null
    counting.value = true
    counted?.stop()
    const mine = counted = python.session().run(countRequest(file(), `${source()}\n`, look()), silent)
    void mine.result.then((result) => {
      if (counted !== mine) return
      if (result.kind === 'explored') outcomes.value = result.exploration
      else if (result.kind === 'lost') outcomes.value = { error: result.problem.sentence }
      counting.value = false
    })
  }

  function reset() {
    run?.stop()
    counted?.stop()
    run = counted = answer = null
    position.value = outcomes.value = problem.value = null
    moves.value = []
    busy.value = counting.value = false
  }

  onScopeDispose(reset)
  return { position, moves, busy, counting, problem, outcomes, go, count, reset }
}
