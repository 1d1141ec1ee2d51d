import JSON5 from 'json5'
import { z } from 'zod'
import { viewNames } from '../../runtime/run/views.ts'
import type { SearchOptions } from '../../runtime/schedules/searchOptions.ts'

/** What an author may write after `live` in the braces of a fence. */
export const liveOptionsSchema = z.object({
  /** Names an inline cell: its snippet is then `inline/<name>`. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a name is lower-case letters, digits and hyphens').optional(),
  /** The picture that goes with the output, for instance `timeline`. */
  view: z.enum(viewNames).optional(),
  /** The line after which memory counts as more or less, for `allocations`. */
  since: z.number().int().positive().optional(),
  /** What the picture shows, in one sentence; without it one is made of the run. */
  caption: z.string().optional(),
  /** The name whose object the view `header` shows. */
  object: z.string().optional(),
  /** The step, counted from 1, at which a view of steps begins and is printed; the last one without it. */
  step: z.number().int().positive().optional(),
  /** `real` for the clock on the wall, as `processes` has it; without it waiting takes no time. */
  clock: z.enum(['virtual', 'real']).optional(),
  /** `every-bytecode` for threads that may be switched anywhere; without it they are where CPython looks at the GIL. */
  switch: z.enum(['gil', 'every-bytecode']).optional(),
  /** How the views `schedule` and `scheduler` look for a bad schedule. */
  strategy: z.enum(['random', 'pct', 'exhaustive']).optional(),
  /** At most so many schedules. */
  schedules: z.number().int().positive().optional(),
  /** For `pct`: how many ordered events a bug may need. */
  depth: z.number().int().positive().optional(),
  /** For `exhaustive`: how often a thread that could go on may be stopped; any number without it. */
  preemptions: z.number().int().nonnegative().optional(),
  /** Which thread is the next where nobody says, and the dice of the search. */
  seed: z.number().int().nonnegative().optional(),
  /** What the view `scheduler` asks for: `deadlock`, the name of an exception, or an expression on the program's globals at its end. */
  goal: z.string().optional(),
  /** What the recording answers to `input()`, one line each. */
  input: z.array(z.string()).default([]),
}).loose().refine(({ view, clock }) => view !== 'processes' || clock !== 'virtual', {
  path: ['clock'], message: 'processes run in real time, so the view "processes" needs clock: \'real\', which it has without the option',
}).transform(options => ({ ...options, clock: options.clock ?? (options.view === 'processes' ? 'real' as const : 'virtual' as const) }))

export type LiveOptions = z.infer<typeof liveOptionsSchema>

/** How a view looks for bad schedules, as the options say. */
export function searchOf(options: LiveOptions): SearchOptions {
  const { strategy = 'random', schedules = 1000, depth = 3, preemptions = null, seed = 0, goal = null } = options
  return { strategy, schedules, depth, preemptions, seed, goal, switch: options.switch ?? 'every-bytecode' }
}

const pythonFence = /^(?:py|python)(?=[\s{]|$)/
const opening = /\{\s*live\s*(?=[,}]|$)/

/**
 * Reads the info string of a fence, for instance `py {live, view: 'timeline'}`.
 * Returns the options, or null where the fence is not a live Python cell.
 * Throws an Error with one sentence where the options cannot be read.
 */
export function parseLiveFence(info: string): LiveOptions | null {
  const text = info.trim()
  const start = pythonFence.test(text) ? opening.exec(text) : null
  if (!start) return null
  const body = text.slice(start.index, endOfBraces(text, start.index))
  try {
    return liveOptionsSchema.parse(JSON5.parse(body.replace(opening, '{live: true')), { reportInput: true })
  }
  catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new Error(`The options of the live fence "${text}" cannot be read: ${reason}`, { cause: error })
  }
}

/** The index after the brace that closes the one at `start`; the text's length where none does. */
function endOfBraces(text: string, start: number): number {
  let depth = 0
  let quote = ''
  for (let index = start; index < text.length; index++) {
    const character = text[index]!
    if (quote) {
      if (character === '\\') index++
      else if (character === quote) quote = ''
    }
    else if (character === '\'' || character === '"') quote = character
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return index + 1
  }
  return text.length
}
