import { describe, expect, test } from 'vitest'
import { createCollector } from '../../../runtime/run/shownOutput.ts'
import { limits } from '../../../runtime/limits.ts'
import type { OutputMessage } from '../../../runtime/border/messages.ts'
import { createOutputBuffer } from '../../../runtime/worker/output.ts'
import type { OutputChunk, RunListener } from '../../../runtime/border/protocol.ts'
import { packSnapshot, readSnapshot } from '../../../runtime/boot/snapshot.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function buffer(keptBytes = limits.wholeBytes) {
  const sent: OutputMessage[] = []
  return { sent, output: createOutputBuffer(message => sent.push(message), keptBytes) }
}

function collector(all = false) {
  const shown: OutputChunk[] = []
  const cuts: { lines: number, bytes: number }[] = []
  const listener: RunListener = {
    output: chunks => shown.push(...chunks),
    cut: note => cuts.push(note),
    input: async () => null,
    started: () => {},
  }
  return { shown, cuts, collector: createCollector(listener, all) }
}

const text = (chunks: OutputChunk[]) => chunks.map(chunk => chunk.text).join('')

describe('output on its way out', () => {
  test('goes at once while it is little', () => {
    const { sent, output } = buffer()
    output.write('stdout', bytes('a\n'))
    output.write('stderr', bytes('bé\n'))
    expect(sent).toEqual([
      { bytes: bytes('a\n'), runs: [2], lines: 1, total: 2 },
      { bytes: bytes('bé\n'), runs: [-4], lines: 2, total: 6 },
    ])
  })

  test('is gathered when there is much of it, in few messages, all of it', () => {
    const { sent, output } = buffer()
    for (let line = 0; line < 100_000; line++) output.write(line % 2 ? 'stdout' : 'stderr', bytes('0123456789\n'))
    output.flush()
    expect(sent.length).toBeLessThan(300)
    expect(sent.reduce((sum, message) => sum + message.bytes.length, 0)).toBe(1_100_000)
    expect(sent.at(-1)).toMatchObject({ lines: 100_000, total: 1_100_000 })
    for (const message of sent) expect(message.runs.reduce((sum, run) => sum + Math.abs(run), 0)).toBe(message.bytes.length)
  })

  test('is only counted beyond the limit, and a piece larger than a message is cut up', () => {
    const { sent, output } = buffer(200_000)
    output.write('stdout', bytes('x'.repeat(500_000)))
    output.flush()
    expect(sent.reduce((sum, message) => sum + message.bytes.length, 0)).toBe(200_000)
    expect(sent.at(-1)!.total).toBe(500_000)
  })
})

describe('output as it is shown', () => {
  const message = (content: string, runs?: number[], before = { lines: 0, total: 0 }): OutputMessage => {
    const data = bytes(content)
    return { bytes: data, runs: runs ?? [data.length], lines: before.lines + content.split('\n').length - 1, total: before.total + data.length }
  }

  test('keeps the streams apart and characters whole', () => {
    const { shown, collector: page } = collector()
    const data = bytes('aé')
    page.take({ bytes: data.slice(0, 2), runs: [2], lines: 0, total: 2 })
    page.take({ bytes: new Uint8Array([...data.slice(2), ...bytes('err')]), runs: [1, -3], lines: 0, total: 6 })
    page.finish()
    expect(shown).toEqual([{ stream: 'stdout', text: 'a' }, { stream: 'stdout', text: 'é' }, { stream: 'stderr', text: 'err' }])
  })

  test('ends at so many lines, and says how many there were', async () => {
    const { shown, cuts, collector: page } = collector()
    page.take(message('line\n'.repeat(limits.shownLines + 5)))
    page.finish()
    expect(text(shown)).toBe('line\n'.repeat(limits.shownLines))
    expect(cuts.at(-1)).toEqual({ lines: limits.shownLines + 5, bytes: (limits.shownLines + 5) * 5 })
    expect(page.whole().size).toBe((limits.shownLines + 5) * 5)
  })

  test('ends at so many bytes, and exactly so many is no cut', () => {
    const exact = collector()
    exact.collector.take(message('x'.repeat(limits.shownBytes)))
    exact.collector.finish()
    expect([text(exact.shown).length, exact.cuts]).toEqual([limits.shownBytes, []])
    const more = collector()
    more.collector.take(message('x'.repeat(limits.shownBytes + 1)))
    more.collector.finish()
    expect([text(more.shown).length, more.cuts]).toEqual([limits.shownBytes, [{ lines: 0, bytes: limits.shownBytes + 1 }]])
  })

  test('is all there for a terminal, which keeps nothing', () => {
    const { shown, cuts, collector: page } = collector(true)
    page.take(message('line\n'.repeat(5000)))
    page.finish()
    expect([text(shown).length, cuts, page.whole().size]).toEqual([25_000, [], 0])
  })
})

test('a snapshot is the same memory after packing, without its empty pages', () => {
  const state = JSON.stringify({ hiwireKeys: [null], immortalKeys: ['é'] })
  const heap = new Uint8Array(4096 * 10)
  heap.set([1, 2, 3], 4096 * 2 + 7)
  heap[4096 * 3] = 9
  heap[heap.length - 1] = 5
  const start = 128
  const whole = new Uint8Array(start + heap.length)
  whole.set(heap, start)
  const { written } = new TextEncoder().encodeInto(state, whole.subarray(48))
  new Uint32Array(whole.buffer).set([7, start, written])
  const packed = packSnapshot(whole)
  expect(packed.length).toBeLessThan(4096 * 3 + 100)
  const snapshot = readSnapshot(packed)
  const restored = new Uint8Array(snapshot.heapBytes).fill(77)
  snapshot.restore(restored)
  expect(restored).toEqual(heap)
  expect(snapshot.state).toEqual({ hiwireKeys: [null], immortalKeys: ['é'] })
  expect(() => readSnapshot(new Uint8Array(64))).toThrow('not in the expected format')
})
