import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import convoy from '../../../recordings/measured/gil_convoy.py314.json' with { type: 'json' }
import off from '../../../recordings/measured/python_gil_switch.main15t.json' with { type: 'json' }
import on from '../../../recordings/measured/python_gil_switch.main15t_PYTHON_GIL1.json' with { type: 'json' }
import survivors from '../../../recordings/measured/scattered_survivors.py314.json' with { type: 'json' }
import { listMeasured, measuredRuns } from '../../../cli/recordings/measuredRuns.ts'
import { root } from '../../../cli/root.ts'

const page = (name: string) => readFileSync(`${root}pages/${name}.md`, 'utf8')
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

test('every measured run says which build, whence, when and on what machine', () => {
  const runs = listMeasured()
  expect(runs.map(run => run.file)).toEqual(globSync('*.json', { cwd: `${root}recordings/measured` }).sort())
  for (const { provenance, machine, version } of runs) expect([provenance, machine, version].join('\n')).not.toMatch(/undefined|\/home|\/root|\/tmp/)
})

test('the page of measured runs lists every experiment under its build', () => {
  const listed = measuredRuns().flatMap(build => build.experiments)
  for (const { name } of listMeasured()) expect(listed).toContain(name)
})

test('K9 memory goes back by arenas: all but 150 scattered objects freed, and none does', () => {
  const [all, scattered, neighbours] = survivors.figures.patterns.map(({ marks }) => marks)
  expect(scattered!.after.arenas).toBe(scattered!.full.arenas)
  expect(all!.after.arenas).toBe(3)
  expect(neighbours!.after.arenas).toBe(3)
  expect(scattered!.after.rss).toBeGreaterThan(2 * all!.after.rss)
})

test('K13 beside a thread that computes, 1 ms of waiting becomes 6', () => {
  const [alone, beside] = [0, 1].map(count => median(convoy.samples.find(run => run.cpu_threads === count && run.switchinterval_s === 0.005)!.latency_ms))
  expect([alone!.toFixed(1), beside!.toFixed(1)]).toEqual(['1.1', '6.2'])
  expect(page('appendix/05-the-gil')).toContain('Beside a thread that computes, 1 ms of waiting becomes 6')
  expect(page('appendix/05-the-gil')).toContain(`Alone, that takes ${alone!.toFixed(1)}. With one computing thread beside it, ${beside!.toFixed(1)}`)
})

test('K19 what the project says of PEP 779 stands beside a link to it', () => {
  expect(page('appendix/05-the-gil')).toContain('**supported, not the default** (PEP 779)')
  expect(page('appendix/reading')).toContain('(https://peps.python.org/pep-0779/)')
})

test('K20 without the GIL every run lost updates, with PYTHON_GIL=1 none; the slide names the build for what it is', () => {
  expect(Math.max(...off.samples.got)).toBeLessThan(off.samples.expected)
  expect(Math.min(...on.samples.got)).toBe(on.samples.expected)
  expect(off.build_label).toBe('main15t')
  expect(page('appendix/10-choosing')).toContain('CPython\'s main branch of May 2025, free-threaded')
})
