/** What another window sends is shown only where it is a run. */
import { expect, test } from 'vitest'
import { readSharedRun, sharedOutputLength, type SharedRun } from '../../../composables/run/sharedRun.ts'

const run: SharedRun = {
  id: '1', source: 'print(1)', phase: { kind: 'over', result: { kind: 'done', duration: 3.5, virtual: 0 } }, cut: null, prompt: null,
  output: [{ stream: 'stdout', text: '1\n' }], trace: [['start', 0, 1, 0, 1, 'MainThread', false], ['over', 10, 0, 0]] as SharedRun['trace'], scenes: null, findings: [],
}
const read = (sent: unknown, look?: 'pools') => readSharedRun({ 'a.py': sent }, 'a.py', look)

test('a run that is one is read, in each of its phases', () => {
  expect(read(run)).toEqual(run)
  for (const result of [
    { kind: 'raised', error: { type: 'E', message: '', traceback: 'T', line: 1 }, duration: 1, virtual: null, waiting: ['Thread-1 waits'] },
    { kind: 'exited', code: -1, duration: 1, virtual: null },
    { kind: 'stopped', duration: 1 },
    { kind: 'lost', problem: { kind: 'memory', sentence: 'S' }, duration: 1 },
  ]) expect(read({ ...run, phase: { kind: 'over', result } })?.phase).toEqual({ kind: 'over', result })
  for (const kind of ['waiting', 'running']) expect(read({ ...run, phase: { kind }, trace: null, findings: null, prompt: 'Name? ' })?.phase).toEqual({ kind })
})

test('a run that is over is read once', () => {
  expect(readSharedRun({ 'a.py': structuredClone(run) }, 'a.py', undefined, run)).toBe(run)
  expect(readSharedRun({ 'a.py': { ...run, id: '2' } }, 'a.py', undefined, run)).not.toBe(run)
})

const odd: unknown[] = [undefined, null, 0, NaN, true, '', 'run', [], [run], {}, { id: '1' }]
const oddRuns = [
  ...Object.keys(run).flatMap(key => [undefined, 7, 'x', [], {}, [null], { kind: 'over' }].map(value => ({ ...run, [key]: value }))).filter(sent =>
    // A number is no id, an empty list is a list, any text is a program.
    !(sent.id === 'x' || sent.source === 'x' || sent.prompt === 'x' || [sent.output, sent.trace, sent.scenes, sent.findings].some(list => Array.isArray(list) && list.length === 0 && list !== run.findings))),
  { ...run, phase: { kind: 'untouched' } },
  { ...run, phase: { kind: 'over', result: { kind: 'played', error: null, duration: 1 } } },
  { ...run, phase: { kind: 'over', result: { kind: 'raised', error: { type: 'E', message: '', traceback: '', line: -1 }, duration: 1, virtual: null } } },
  { ...run, phase: { kind: 'over', result: { kind: 'done', duration: 'long', virtual: null } } },
  { ...run, output: [{ stream: 'stdin', text: 'x' }] },
  { ...run, output: [{ stream: 'stdout', text: 'x'.repeat(sharedOutputLength + 1) }] },
  { ...run, trace: [['no such event', 0, 1, 0]] },
  { ...run, scenes: [['scene']] },
  { ...run, findings: [{ kind: 'pools', line: 1 }] },
]

test('nothing else is', () => {
  for (const runs of odd) expect(readSharedRun(runs, 'a.py')).toBeNull()
  for (const sent of odd.slice(0, -2)) expect(read(sent)).toBeNull()
  for (const sent of oddRuns) expect([sent, read(sent)]).toEqual([sent, null])
  expect(read({ ...run, findings: [{ kind: 'sample', line: 1 }] }, 'pools')).toBeNull()
  expect(readSharedRun({}, 'toString')).toBeNull()
  expect(readSharedRun({}, '__proto__')).toBeNull()
  expect(oddRuns.length).toBeGreaterThan(50)
})
