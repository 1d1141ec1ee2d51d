/** The models that attendees play with on slides: of the GIL's hand-over, of a pool, of the choice of a model. */
import { describe, expect, test } from 'vitest'
import convoy from '../../../recordings/measured/gil_convoy.py314.json' with { type: 'json' }
import { isGood, judge, modelNames, simulatedTime, timeText, workloads } from '../../../runtime/figures/choice.ts'
import { shownTime, simulateGil, type GilSettings } from '../../../runtime/figures/gil.ts'
import { futureState, runPool } from '../../../runtime/figures/threadPool.ts'

const settings: GilSettings = { computing: 1, burst: 40, wait: 3, interval: 5, gil: true }
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

describe('the GIL', () => {
  test('lanes are without gaps, and with a GIL never two run', () => {
    const { lanes } = simulateGil({ ...settings, computing: 3 })
    for (const lane of lanes) {
      expect(lane[0]!.from).toBe(0)
      expect(lane.at(-1)!.to).toBeCloseTo(shownTime)
      lane.slice(1).forEach(({ from }, index) => expect(from).toBe(lane[index]!.to))
    }
    const runs = lanes.flat().filter(({ state }) => state === 'runs').toSorted((a, b) => a.from - b.from)
    runs.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(runs[index]!.to))
  })

  test.each([0.5, 5, 20])('beside one thread that computes, a waiter is late by the interval of %s ms, as was measured', (interval) => {
    const late = median(simulateGil({ ...settings, interval, wait: 1, burst: 1000 }).late)
    expect(late).toBeCloseTo(interval, 1)
    const measured = convoy.samples.find(sample => sample.cpu_threads === 1 && sample.switchinterval_s === interval / 1000)!
    expect(Math.abs(median(measured.latency_ms) - 1 - late)).toBeLessThan(0.6)
  })

  test('two computing threads take turns of one interval', () => {
    const [a] = simulateGil({ ...settings, computing: 2, burst: 1000, wait: 1000 }).lanes
    expect(a!.slice(0, 3).map(({ state, from, to }) => [state, from, to])).toEqual([['runs', 0, 5], ['ready', 5, 10], ['runs', 10, 15]])
  })

  test('who gives up before the interval is over is never asked', () => {
    expect(Math.max(...simulateGil({ ...settings, burst: 3 }).late)).toBeLessThanOrEqual(3)
  })

  test('without a GIL nobody is late, and all compute', () => {
    const free = simulateGil({ ...settings, computing: 2, gil: false })
    expect(new Set(free.late)).toEqual(new Set([0]))
    expect(free.computed).toBeGreaterThan(simulateGil({ ...settings, computing: 2 }).computed * 1.8)
  })
})

describe('the pool', () => {
  const jobs = [{ name: 'a', seconds: 2 }, { name: 'b', seconds: 1 }, { name: 'c', seconds: 1, fails: true }]

  test('whoever is free takes the next', () => {
    expect(runPool(jobs, 2, new Set()).map(({ worker, start, end }) => [worker, start, end])).toEqual([[0, 0, 2], [1, 0, 1], [1, 1, 2]])
  })

  test('a future goes through its states; a cancelled one makes room', () => {
    const [,, c] = runPool(jobs, 2, new Set())
    expect([0, 1, 2].map(time => futureState(c!, time))).toEqual(['pending', 'running', 'failed'])
    const [, b, next] = runPool(jobs, 2, new Set(['b']))
    expect(futureState(b!, 5)).toBe('cancelled')
    expect(next!.start).toBe(0)
  })
})

describe('the choice of a model', () => {
  const good = (id: string) => {
    const verdict = judge(workloads.find(work => work.id === id)!)
    return modelNames.filter(name => isGood(verdict, name))
  }

  test.each([
    ['crawl', ['threads', 'asyncio', 'free-threaded']],
    ['queries', ['threads', 'free-threaded']],
    ['config', ['sync', 'threads', 'asyncio', 'free-threaded']],
    ['thumbnails', ['threads', 'free-threaded']],
    ['simulation', ['processes', 'free-threaded']],
    ['sum', ['free-threaded']],
    ['chat', ['asyncio']],
    ['reports', ['processes', 'free-threaded']],
  ])('%s', (id, expected) => {
    expect(good(id)).toEqual(expected)
  })

  test('computing in Python adds up under a GIL, whatever the number of threads', () => {
    const simulation = workloads.find(({ id }) => id === 'simulation')!
    expect(simulatedTime(simulation, 'threads')).toBeGreaterThanOrEqual(simulatedTime(simulation, 'sync'))
    expect(simulatedTime(simulation, 'processes')).toBeLessThan(simulatedTime(simulation, 'sync') / 3)
  })

  test('times are short to read', () => {
    expect([0.62, 45.2, 1340].map(timeText)).toEqual(['0.6 ms', '45 ms', '1.3 s'])
  })
})
