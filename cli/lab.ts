/** The terminal's face of the project: `npm run -s lab -- <command>`. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { exploreFile, type ExploreFileOptions } from './run/exploreFile.ts'
import { grade, type GradeOptions } from './grading/grade.ts'
import { gradeMutants } from './grading/gradeMutants.ts'
import { measure } from './recordings/measure.ts'
import { writePythonNames } from './run/pythonNames.ts'
import { record } from './recordings/record.ts'
import { runFile, type RunOptions } from './run/runFile.ts'

const isTerminal = process.stderr.isTTY

/** Shows what is being done, in one line of its own, where somebody looks. */
function progress(text: string): void {
  if (isTerminal) process.stderr.write(`\r\u001B[2K${text}`)
}

function seconds(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number of seconds above 0.')
  return value
}

function whole(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It must be a whole number.')
  return value
}

interface RecordFlags {
  check: boolean
  python?: string
  label?: string
  provenance?: string
}

const lab = new Command('lab').description('Run, explore and record the Python programs of the workshop.')

lab.command('run')
  .description('run a program on the interpreter that the cells use')
  .argument('<file>', 'a Python file')
  .option('--seed <number>', 'which of the threads that wait is the next, and what random gives', whole, 0)
  .addOption(new Option('--clock <kind>', 'virtual: waiting takes no time; real: the clock on the wall').choices(['virtual', 'real']).default('virtual'))
  .addOption(new Option('--switch <kind>', 'where a thread may lose the interpreter: as with the GIL, or before any bytecode').choices(['gil', 'every-bytecode']).default('gil'))
  .option('--trace <file>', 'write what happened, for Perfetto (ui.perfetto.dev)')
  .option('--timeout <seconds>', 'stop it after so long, with exit status 124', seconds, 0)
  .option('--json', 'print one object with the output and the result, and nothing else', false)
  .action(async (file: string, options: RunOptions) => {
    process.exitCode = await runFile(file, options)
  })

lab.command('explore')
  .description('run a program under many schedules of its threads, until one fails')
  .argument('<file>', 'a Python file')
  .option('--schedules <number>', 'at most so many', whole, 1000)
  .addOption(new Option('--strategy <name>', 'how to choose them').choices(['random', 'pct', 'exhaustive']).default('random'))
  .option('--seed <number>', 'for the dice', whole, 0)
  .option('--depth <number>', 'how many ordered events a bug may need, for pct', whole, 3)
  .option('--preemptions <number>', 'stop threads that could go on at most so often, for exhaustive', whole)
  .option('--replay <id>', 'only this schedule, which failed before')
  .option('--json', 'print one object and nothing else', false)
  .action(async (file: string, options: ExploreFileOptions) => {
    process.exitCode = await exploreFile(file, options, progress)
  })

lab.command('grade')
  .description('grade answers to exercises, with the checks that the page uses')
  .argument('[exercises...]', 'for instance 07 or 22-safe-counter; all without any')
  .option('--file <file>', 'the answer; else the one in answers/, which begins as the starter')
  .option('--watch', 'grade again whenever an answer is saved', false)
  .option('--seed <number>', 'shifts generated inputs and random schedules', whole, 0)
  .option('--json', 'print results as Exercism has them, and nothing else', false)
  .action(async (names: string[], options: GradeOptions) => {
    if (options.watch) {
      const { watch } = await import('./grading/gradeWatch.ts')
      process.exitCode = await watch(names, options)
    }
    else process.exitCode = await grade(names, options, progress)
  })

lab.command('mutants')
  .description('grade every mutant of the reference solutions, and name those that no check rejects')
  .argument('[exercises...]', 'for instance 07; all without any')
  .action(async (names: string[]) => {
    process.exitCode = await gradeMutants(names, progress)
  })

lab.command('names')
  .description('read again which names of the standard library the editor completes')
  .action(writePythonNames)

lab.command('record')
  .description('make the recordings of cells and snippets again')
  .argument('[snippets...]', 'for instance gil/counter.py or gil; all without any')
  .option('--check', 'change nothing, and fail where a recording no longer holds', false)
  .option('--python <exe>', 'measure this CPython instead: the arguments are experiments, for instance races')
  .option('--label <name>', 'with --python: names the build, in place of py314 or py314t')
  .option('--provenance <text>', 'with --python: where the build comes from')
  .action(async (only: string[], { check, python, label, provenance }: RecordFlags) => {
    const problems = await (python === undefined
      ? record({ only, check, progress })
      : measure({ python, only, check, progress, label, provenance }))
    progress('')
    for (const problem of problems) console.error(problem)
    if (problems.length > 0) console.error(`${problems.length} ${problems.length === 1 ? 'recording does' : 'recordings do'} not hold.`)
    process.exitCode = problems.length > 0 ? 1 : 0
  })

try {
  if (!process.permission) throw new Error('Programs are run behind walls only: start this as npm run -s lab -- …')
  await lab.parseAsync()
}
catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
