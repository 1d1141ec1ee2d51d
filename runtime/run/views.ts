/** What a view must be told of a run, and how it stands in its cell. */
import { lookNames, lookOf } from '../memory/lookNames.ts'
import type { RunRequest } from '../border/protocol.ts'

/** The pictures that a cell can have, as an author names them; components/run/views.ts has what draws each. */
export const viewNames = ['timeline', 'scheduler', 'schedule', 'tasks', 'processes', 'objects', 'header', ...lookNames] as const
export type ViewName = typeof viewNames[number]

/** Views that are higher than wide; they are drawn beside the code. */
const besideViews = new Set(['objects', 'header', 'schedule', 'scheduler'])

/** The part of a request that makes a run tell what the view draws; `object` is the name that it follows. */
export function needsOf(view: string | undefined, object?: string): Pick<RunRequest, 'trace' | 'objects' | 'look'> {
  if (view === undefined || isSearched(view)) return {}
  const look = lookOf(view)
  if (look) return { look }
  if (view === 'objects') return { objects: {} }
  if (view === 'header') return { objects: { header: object } }
  return { trace: true }
}

export function isBeside(view: string | undefined): boolean {
  return view !== undefined && besideViews.has(view)
}

/** Such a view runs the program by itself, under many schedules. */
export function isSearched(view: string | undefined): boolean {
  return view === 'schedule' || view === 'scheduler'
}
