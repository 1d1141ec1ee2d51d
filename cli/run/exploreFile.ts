/** Runs a Python file under many schedules, in the terminal. */
import { openNodeSession } from '../../runtime/run/node.ts'
import type { Exploration, ExploreOptions, Step } from '../../runtime/schedules/exploration.ts'
import { prepareAssets } from '../boot/assets.ts'
import { modulesBeside } from './modulesBeside.ts'
import { read } from './runFile.ts'

export interface ExploreFileOptions extends Omit<ExploreOptions, 'preemptions' | 'replay'> {
  preemptions?: number
  replay?: string
  seed: number
  json: boolean
}

/** Returns the exit status: 0 where no schedule failed, 1 where one did, 2 where the program cannot be explored. */
export async function exploreFile(path: string, options: ExploreFileOptions, progress: (text: string) => void): Promise<number> {
  const source = read(path)
  await prepareAssets(line => process.stderr.write(`${line}\n`))
  const { schedules, strategy, depth, preemptions = null, replay = null, seed, json } = options
  const session = openNodeSession(undefined, { single: true })
  const run = session.run({ file: path, source, modules: modulesBeside(path, source), seed, explore: { schedules, strategy, depth, preemptions, replay } }, {
    output: () => {},
    cut: () => {},
    started: () => {},
    input: async () => null,
    progress: count => progress(`${count} of ${schedules} schedules …`),
  })
  process.once('SIGINT', run.stop)
  const result = await run.result
  await session.close()
  progress('')
  if (result.kind === 'explored') return tell(result.exploration, source, json)
  process.stderr.write(`${result.kind === 'lost' ? result.problem.sentence : 'The search was stopped.'}\n`)
  return 2
}

function tell(exploration: Exploration, source: string, json: boolean): number {
  if (json) console.log(JSON.stringify(exploration))
  if ('error' in exploration) {
    if (!json) console.error(exploration.error)
    return 2
  }
  if (!json) console.log(summary(exploration, source))
  return exploration.failure ? 1 : 0
}

function summary({ schedules, explored_all, cut, failure }: Exclude<Exploration, { error: string }>, source: string): string {
  const count = schedules === 1 ? '1 schedule' : `${schedules} schedules`
  const endless = cut > 0 ? ` ${cut} went on for too long and ${cut === 1 ? 'was' : 'were'} ended.` : ''
  if (!failure) return `None of ${count} failed${explored_all ? '; there are no others' : ''}.${endless}`
  const preemptions = failure.preemptions === 1 ? '1 preemption' : `${failure.preemptions} preemptions`
  return `Schedule ${schedules} failed (${failure.kind}), with ${preemptions}:\n\n  ${failure.message.replaceAll('\n', '\n  ')}\n\n`
    + `${stepsTable(failure.steps, source)}\n\nReplay it with --replay ${failure.schedule_id}${endless}`
}

/** A row a step: the thread, the line, its text, and where it was stopped inside. */
export function stepsTable(steps: Step[], source: string): string {
  const lines = source.split('\n')
  const rows = steps.map(({ thread, line, bytecode }) =>
    [thread, String(line), `${lines[line - 1]?.trim() ?? ''}${bytecode ? `   (stopped at ${bytecode})` : ''}`])
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]!.length)))
  return rows.map(([thread, line, text]) => `  ${thread!.padEnd(widths[0]!)}  ${line!.padStart(widths[1]!)}  ${text}`).join('\n')
}
