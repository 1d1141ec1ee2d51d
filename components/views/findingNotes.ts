/** What must be said beside the caption of a view that looks at memory. */
import type { ViewProps } from './view.ts'

/** Empty where the picture is whole and of the code that stands there; `more` are sentences of the view's own. */
export function findingNote({ stale, of, findings }: Pick<ViewProps, 'stale' | 'of' | 'findings'>, ...more: (string | false | undefined)[]): string {
  return [
    stale && (of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.'),
    findings?.some(({ kind }) => kind === 'cut') && 'Only the beginning is kept.',
    ...more,
  ].filter(Boolean).join(' ')
}
