/** The place of views in a cell, and what they are made of. */
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { expect, test } from 'vitest'
import LineMarks from '../../../components/code/LineMarks.vue'
import { chipsOf } from '../../../composables/code/lineMarks.ts'
import { createTraceLog } from '../../../composables/trace/traceLog.ts'
import { decodeTrace } from '../../../runtime/trace/wire.ts'
import { oneLock } from '../../support/traces.ts'

test('a trace is decoded as it comes, and to its end when the run is over', async () => {
  const log = createTraceLog()
  const wire = oneLock()
  log.append(wire.slice(0, 5))
  expect(log.trace.value).toBeNull()
  await expect.poll(() => log.trace.value?.events.length).toBe(4)
  log.append(wire.slice(5))
  log.finish()
  expect(log.trace.value).toEqual(decodeTrace(wire))
  expect(log.wire).toEqual(wire)
})

test('more than two marks at a line are counted', () => {
  const marks = ['A', 'B', 'C', 'D'].map(letter => ({ line: letter === 'D' ? 2 : 5, letter, colour: 'red', title: `${letter} runs` }))
  const chips = chipsOf(marks)
  expect(chips.get(5)!.map(chip => chip.letter)).toEqual(['A', '+2'])
  expect(chips.get(5)![1]!.title).toBe('B runs; C runs')
  expect(chips.get(2)!.map(chip => chip.letter)).toEqual(['D'])
})

test('the listing that stands for the editor gets the same marks, at the height of their lines', async () => {
  const marks = [{ line: 3, letter: 'A', colour: 'var(--thread-1)', title: 'A has the GIL' }]
  const html = await renderToString(createSSRApp(LineMarks, { marks }))
  expect(html).toContain('style="--line:2;"')
  expect(html).toMatch(/title="A has the GIL" style="--chip:var\(--thread-1\);">A</)
})
