/**
 * `npm test`: runs everything that must hold, or only the steps named: `npm test -- unit engine`.
 * A test that fails is tried once more; those that pass only then are named.
 * Ends with one line, `N passed, N failed, N skipped`, and with status 1 where anything failed.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installChromium } from './deck/install-browser.ts'
import { root } from './root.ts'
import { builtDeckFolder, choose, type Step } from './testing/steps.ts'
import { countOne, countVitest, type Count } from './testing/vitest-report.ts'

interface Outcome extends Count {
  step: string
}

const temporary = await mkdtemp(join(tmpdir(), 'under-the-gil-'))
const environment: NodeJS.ProcessEnv = { ...process.env, BUILT_DECK: builtDeckFolder, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) }
const outcomes: Outcome[] = []
const running = new Set<ChildProcess>()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    running.forEach(child => child.kill(signal))
    process.exit(1)
  })
}
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs a step; its output is shown as it comes, or, beside others, only where it fails. */
async function runStep(step: Step, alone: boolean): Promise<void> {
  const missing = step.needs.filter(need => outcomes.some(outcome => outcome.step === need && outcome.failed > 0))
  if (missing.length) return finish({ step: step.name, ...countOne(false) }, `not run, since this failed: ${missing.join(', ')}`)
  const since = performance.now()
  const report = join(temporary, `${step.name}.json`)
  const args = step.vitest ? [...step.args, '--reporter=default', '--reporter=json', `--outputFile=${report}`] : step.args
  const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'] })
  running.add(child)
  const output: Buffer[] = []
  child.stdout?.on('data', (data: Buffer) => output.push(data))
  child.stderr?.on('data', (data: Buffer) => output.push(data))
  const code = await new Promise<number>(resolve => child.on('close', code => resolve(code ?? 1)).on('error', () => resolve(1)))
  running.delete(child)
  const count = step.vitest
    ? countVitest(await readFile(report, 'utf8').catch(() => null), code)
    : countOne(code === 0)
  if (count.failed) console.log(Buffer.concat(output).toString())
  finish({ step: step.name, ...count }, seconds(since))
}

function finish(outcome: Outcome, note: string): void {
  outcomes.push(outcome)
  const { step, passed, failed, skipped } = outcome
  console.log(`${failed ? '✗' : '✓'} ${step.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped.length} skipped (${note})`)
}

async function main(names: string[]): Promise<void> {
  const started = performance.now()
  const chosen = choose(names)
  if (chosen.flat().some(step => step.needs.includes('chromium'))) {
    await installChromium().then(
      path => { environment.CHROMIUM_PATH = path },
      (error: Error) => { console.log(error.message); finish({ step: 'chromium', ...countOne(false) }, 'no browser') },
    )
  }
  for (const row of chosen) {
    if (row.length === 1) console.log(`… ${row[0]!.name}`)
    await Promise.all(row.map(step => runStep(step, row.length === 1)))
  }
  const named = (key: 'skipped' | 'unsteady') => outcomes.flatMap(outcome => outcome[key].map(name => `  ${outcome.step}: ${name}`))
  const [skipped, unsteady] = [named('skipped'), named('unsteady')]
  if (skipped.length) console.log(`\nSkipped:\n${skipped.join('\n')}`)
  if (unsteady.length) console.log(`\nPassed only when tried again, to be looked into:\n${unsteady.join('\n')}`)
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`\nAll of it took ${seconds(started)}.\n${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`)
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0
}

try {
  await main(process.argv.slice(2))
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
finally {
  await rm(temporary, { recursive: true, force: true })
}
