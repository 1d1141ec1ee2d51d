import { describe, expect, test } from 'vitest'
import { causeOf, type Failure } from '../../../runtime/schedules/cause.ts'
import type { Step } from '../../../runtime/schedules/exploration.ts'

/** `A8 r x, w x; B8 w x`: steps of threads at lines, with what they read and write. */
function steps(text: string): Step[] {
  return text.split('; ').map((part) => {
    const [place = '', ...accesses] = part.split(/ (?=[rw] )|, /)
    return {
      thread: place[0]!, line: Number(place.slice(1)),
      accesses: accesses.map((access): ['read' | 'write', string] => [access[0] === 'r' ? 'read' : 'write', access.slice(2)]),
    }
  })
}
const failure = (kind: Failure['kind'], what: string): Failure =>
  ({ kind, message: kind === 'deadlock' ? what : '', schedule_id: '', preemptions: 1, trace: [], steps: kind === 'deadlock' ? [] : steps(what) })

describe('the cause of a failure', () => {
  test.each([
    ['A8 r x; B8 r x, w x; A8 w x', 'A and B both read x before either wrote it.'],
    ['A8 r x; B8 w x; A8 w x', 'B wrote x after A had read it and before A wrote it: that write is lost.'],
    ['A8 r x; B8 r x; B9 r x, w x; A9 r x, w x', 'B changed x after A had looked at it (line 8) and before A changed it (line 9).'],
    ['A8 r x, w x; B8 r x, w x', null],
    ['A8 r x; B8 r y, w y; A8 w x', null],
    ['A8 r x; A9 r x, w x; B8 r x', null],
    ['A8 w x; B8 w x', null],
  ])('%s', (what, sentence) => {
    expect(causeOf(failure('assertion', what))).toBe(sentence)
  })

  test('in a deadlock is the ring', () => {
    const message = 'no thread can go on\n  Ada waits for b, held by Bob, line 8\n  Bob waits for a, held by Ada, line 8\n  MainThread waits for Ada to end'
    expect(causeOf(failure('deadlock', message))).toBe('Ada has a and waits for b; Bob has b and waits for a.')
    expect(causeOf(failure('deadlock', 'no thread can go on\n  MainThread waits for l, which it holds itself, line 4'))).toBe('MainThread waits for l, which it holds itself.')
    expect(causeOf(failure('deadlock', 'no thread can go on\n  MainThread waits in Queue.get(), line 2'))).toBeNull()
  })
})
