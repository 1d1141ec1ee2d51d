/** The parts of a live cell that need no browser. */
import { effectScope } from 'vue'
import { expect, test } from 'vitest'
import { duration, phaseWords, waitingNote } from '../../../composables/run/cellState.ts'
import { createOutputLog, type OutputChange } from '../../../composables/run/outputLog.ts'
import { useCellRun } from '../../../composables/run/useCellRun.ts'
import type { RunListener, RunResult } from '../../../runtime/border/protocol.ts'
import type { Session } from '../../../runtime/run/session.ts'

test('durations are rounded for people', () => {
  expect([0, 0.4, 12.3, 999, 1000, 9_940, 61_000].map(duration)).toEqual(['1 ms', '1 ms', '12 ms', '999 ms', '1.0 s', '9.9 s', '61 s'])
})

test('the words tell loading, waiting and running apart', () => {
  const waiting = { kind: 'waiting' } as const
  expect(phaseWords(waiting, { kind: 'loading', part: 0.4, silent: 0 })).toBe('loading Python')
  expect(waitingNote(waiting, { kind: 'loading', part: 0.4, silent: 0 })).toContain('40 %')
  expect(phaseWords(waiting, { kind: 'running' })).toBe('waiting')
  expect(waitingNote(waiting, { kind: 'running' })).toContain('the other cell')
  expect(phaseWords({ kind: 'running' }, { kind: 'running' })).toBe('running')
  expect(waitingNote({ kind: 'running' }, { kind: 'running' })).toBe('')
})

test('the tail of a log keeps order and streams, and is no longer than asked for', () => {
  const log = createOutputLog()
  log.append([{ stream: 'stdout', text: 'a'.repeat(30) }, { stream: 'stderr', text: 'bad' }])
  log.append([{ stream: 'stdout', text: 'end' }])
  expect(log.tail(8)).toEqual([{ stream: 'stdout', text: 'aa' }, { stream: 'stderr', text: 'bad' }, { stream: 'stdout', text: 'end' }])
  expect(log.tail(1000)).toEqual(log.chunks)
})

test('a log tells those who listen, and only them', () => {
  const log = createOutputLog()
  const changes: OutputChange[] = []
  const stop = log.subscribe(change => changes.push(change))
  log.append([{ stream: 'stdout', text: 'x' }])
  log.replace([])
  stop()
  log.append([{ stream: 'stdout', text: 'y' }])
  expect(changes.map(change => change.kind)).toEqual(['appended', 'replaced'])
})

/** A session whose runs the test ends by hand: only the order of events is at stake here. */
function heldSession() {
  const runs: Array<{ listener: RunListener, end: (result: RunResult) => void }> = []
  const session: Session = {
    state: { kind: 'ready' },
    subscribe: () => () => true,
    load: () => {},
    dispose: () => {},
    close: async () => {},
    run(_request, listener) {
      const { promise, resolve } = Promise.withResolvers<RunResult>()
      runs.push({ listener, end: resolve })
      return { result: promise, stop: () => resolve({ kind: 'stopped', duration: 1 }), whole: () => new Blob() }
    },
  }
  return { session, runs }
}

test('what an earlier run still says does not reach the next one', async () => {
  const { session, runs } = heldSession()
  const scope = effectScope()
  const cell = scope.run(() => useCellRun(() => session))!
  cell.start({ file: 'a.py', source: 'first' })
  cell.start({ file: 'a.py', source: 'second' })
  runs[0]!.listener.output([{ stream: 'stdout', text: 'late' }])
  runs[0]!.listener.started()
  runs[0]!.listener.cut({ lines: 1, bytes: 1 })
  void runs[0]!.listener.input('late? ')
  await Promise.resolve()
  expect(cell.phase.value).toEqual({ kind: 'waiting' })
  expect(cell.log.value.chunks).toEqual([])
  expect(cell.cut.value).toBeNull()
  expect(cell.question.value).toBeNull()
  runs[1]!.listener.started()
  runs[1]!.end({ kind: 'done', virtual: 0, duration: 5 })
  await expect.poll(() => cell.phase.value).toEqual({ kind: 'over', result: { kind: 'done', virtual: 0, duration: 5 } })
  scope.stop()
})
