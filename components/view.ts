/** What every view of a cell gets and tells. */
import type { Python } from '../composables/usePython.ts'
import type { LineMark } from '../composables/code/lineMarks.ts'
import type { SearchOptions } from '../runtime/schedules/searchOptions.ts'
import type { Recording } from '../runtime/run/recording.ts'
import type { Finding } from '../runtime/memory/findings.ts'
import type { Scenes } from '../runtime/memory/objects/scene.ts'
import type { Trace } from '../runtime/trace/trace.ts'

export type { LineMark }

export interface ViewProps {
  /** The program as it stands in the editor. */
  source: string
  /** The name that tracebacks show. */
  file: string
  /** The program as its author wrote it, which the recording is of. */
  original: string
  /** How to look for bad schedules. */
  searching?: SearchOptions
  recording: Recording | null
  /** Of the run that is shown: the last one here, the presenter's, or the recorded one. */
  trace: Trace | null
  /** What the objects were like, line by line, in the same run; null where that is not known. */
  scenes: Scenes | null
  /** What a look at the memory of that run found. */
  findings?: readonly Finding[] | null
  /** The name of the object that the view follows. */
  object?: string
  /** The step, counted from 1, at which a view of steps begins and is printed. */
  step?: number
  /** The line that an author names, for views that compare. */
  since?: number
  /** Where `trace`, `scenes` and `findings` come from. */
  of: 'recorded' | 'run'
  /** `trace` is of the code before the last edit. */
  stale: boolean
  /** A run goes on. */
  running: boolean
  /** People can work with it; otherwise it is a picture. */
  live: boolean
  printing: boolean
  python: Python
  /** The author's own sentence. */
  caption?: string
}

export interface ViewEmits {
  /** Marks at lines of the code, instead of those before; none with an empty array. */
  lines: [marks: LineMark[]]
}
