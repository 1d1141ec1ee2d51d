/** What is written for others to read is read as it was meant, by their own importers. (Speedscope's runs in a browser only: tests/browser/trace/speedscope.test.ts.) */
import { Processor } from '@paulirish/trace_engine'
import traceModel from '@tracerbench/trace-model'
import { describe, expect, test } from 'vitest'
import { toChromeTrace } from '../../../runtime/trace/lanes/chrome-trace.ts'
import { decodeTrace, type WireEvent } from '../../../runtime/trace/wire.ts'
import { oddTimes, oneLock, oneProcess } from '../../support/traces.ts'

const written = (wire: WireEvent[]) => toChromeTrace(decodeTrace(wire), 'a.py')

test('one slice ends exactly where the next begins, also where tenths of a microsecond do not add up in binary', () => {
  const slices = written(oddTimes(400)).traceEvents.filter(({ ph, pid }) => ph === 'X' && pid === 2)
  expect(slices.length).toBeGreaterThan(400)
  expect(slices.slice(1).filter(({ ts }, index) => ts !== slices[index]!.ts + slices[index]!.dur!)).toEqual([])
})

describe('DevTools’ trace engine', () => {
  test('takes the run from its first event to its last', async () => {
    const engine = Processor.TraceProcessor.createWithAllHandlers()
    await engine.parse(written(oneLock()).traceEvents as never, {} as never)
    const { traceBounds } = engine.data!.Meta
    expect(traceBounds).toEqual({ min: 1, max: 200_111, range: 200_110 })
  })
})

describe('trace-model', () => {
  const model = traceModel.buildModel(written(oneProcess()) as never)

  test('takes the whole run', () => expect([model.start, model.end]).toEqual([1, 331_001]))

  test('knows each process and thread by its name', () => {
    expect(model.processes.map(({ name, threads }) => [name, threads.map(thread => thread.name)])).toEqual([
      ['Python a.py', ['MainThread']], ['The GIL', ['held by']], ['adder', ['MainThread']]])
  })

  test('nests nothing in what only touches it', () => {
    const { processes } = traceModel.buildModel(written(oddTimes(400)) as never)
    const nested = processes.flatMap(({ threads }) => threads.flatMap(({ events }) => events.filter(event => event.isComplete() && event.parent !== undefined)))
    expect(nested.map(({ name, start }) => [name, start])).toEqual([])
  })
})
