/** The model of pools against recordings of CPython 3.14, and what it costs to look at memory. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../cli/root.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import type { LookName } from '../../runtime/memory/lookNames.ts'
import type { Session } from '../../runtime/run/session.ts'
import { byTurns, median, type Measure } from '../measure.ts'

const program = `
data = []
for i in range(2_000):
    row = [i]
    row.append(str(i))
    data.append(row)
`

/** Milliseconds of a program of some 8,000 lines, looked at or not. */
async function timeOf(session: Session, look?: LookName): Promise<number> {
  const run = session.run({ file: 'bench.py', source: program, look }, { output: () => {}, cut: () => {}, input: async () => null, started: () => {} })
  const result = await run.result
  if (result.kind !== 'done') throw new Error(`The bench's program did not end well: ${JSON.stringify(result)}`)
  return result.duration
}

/** How many of the comparisons of tests/engine/memory/pymalloc.test.ts fail: each is of arenas, pools and blocks at every mark of one program. */
function differing(): number {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'pymalloc-'))
  const report = join(folder, 'report.json')
  try {
    spawnSync(process.execPath, [vitest, 'run', '--project', 'engine', '--reporter', 'json', '--outputFile', report, 'tests/engine/memory/pymalloc.test.ts', '-t', 'are those of|stay, from the heap'], { cwd: root })
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number, numPassedTests: number }
    if (numPassedTests + numFailedTests < 15) throw new Error('The model was not compared with every recorded program.')
    return numFailedTests
  }
  finally {
    rmSync(folder, { recursive: true })
  }
}

export const memoryModels: Measure = async (times) => {
  const failed = differing()
  const session = openNodeSession()
  try {
    const [watched, plain] = await byTurns(times, () => timeOf(session, 'collector'), () => timeOf(session))
    const [traced, again] = await byTurns(times, () => timeOf(session, 'allocations'), () => timeOf(session))
    return [
      { what: 'recorded programs of 3.14 whose arenas, pools or blocks the model has otherwise', value: failed, unit: 'count', atMost: 0, samples: {} },
      { what: 'a run of 8,000 lines under the look at the collector', value: median(watched), unit: 'ms', atMost: 2000, samples: { watched, plain } },
      { what: 'a run of 8,000 lines under the look at allocations', value: median(traced), unit: 'ms', atMost: 2000, samples: { traced, again } },
    ]
  }
  finally {
    session.dispose()
  }
}
