/** A failing schedule as a table: a lane a thread, a row a step; what the main thread only starts and joins is left out. */
import type { Exploration, Step } from '../../runtime/schedules/exploration.ts'
import { threadNames, type ThreadName } from '../../runtime/trace/threadNames.ts'
import { decodeTrace } from '../../runtime/trace/wire.ts'
import { threadColour } from '../trace/lanes/laneColours.ts'
import type { LineMark } from '../code/lineMarks.ts'

export type Failure = NonNullable<Exclude<Exploration, { error: string }>['failure']>

export interface ScheduleTable {
  threads: ThreadName[]
  rows: ScheduleRow[]
}

export interface ScheduleRow {
  step: Step
  /** Which of the threads. */
  column: number
  /** The program's line. */
  text: string
  /** What it did to what threads share, and where it was stopped. */
  note: string
}

export function scheduleTable({ trace, steps: all }: Failure, source: string): ScheduleTable {
  const names = [...threadNames(decodeTrace(trace).events).values()]
  const steps = all.filter(({ thread, accesses }) => thread !== 'MainThread' || accesses)
  const threads = names.filter(({ name }) => steps.some(step => step.thread === name))
  const lines = source.split('\n')
  const rows = steps.map(step => ({
    step,
    column: threads.findIndex(({ name }) => name === step.thread),
    text: lines[step.line - 1]?.trim() ?? '',
    note: noteOf(step),
  }))
  return { threads, rows }
}

function noteOf({ accesses = [], bytecode }: Step): string {
  const byName = Map.groupBy(accesses, ([, name]) => name)
  const did = [...byName].map(([name, all]) => `${[...new Set(all.map(([kind]) => `${kind}s`))].join(', ')} ${name}`)
  return [...did, ...bytecode ? [`stops before ${opcode(bytecode)}`] : []].join(', ')
}

/** Of `STORE_GLOBAL total` the name of the opcode; of `BINARY_OP +=` the operator too, which is what it does. */
export function opcode(bytecode: string): string {
  return /^\S+(?: [^\w\s]+$)?/.exec(bytecode)![0]
}

/** Where each thread is after the step at `index`. */
export function marksAt({ threads, rows }: ScheduleTable, index: number): LineMark[] {
  return threads.flatMap((thread) => {
    const row = rows.findLast((row, at) => at <= index && row.step.thread === thread.name)
    return row ? [{ line: row.step.line, letter: thread.letter, colour: threadColour(thread.order), title: thread.name }] : []
  })
}
