/** What must be said beside the caption of a view that looks at memory. */
import type { ViewProps } from '../view.ts'

/** Empty where the picture is whole and of the code that stands there; `more` are sentences of the view's own. */
export function findingNote({ stale, of, findings }: Pick<ViewProps, 'stale' | 'of' | 'findings'>, ...more: (string | false | undefined)[]): string {
  return [
    stale && (of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.'),
    cutWords(findings),
    ...more,
  ].filter(Boolean).join(' ')
}

/** What is not told, since it was too much; empty where all is. */
export function cutWords(findings: ViewProps['findings']): string {
  const cut = findings?.find(({ kind }) => kind === 'cut')
  if (!cut) return ''
  const limit = typeof cut.limit === 'string' ? `: the limit of ${cut.limit}` : ''
  return `Told up to line ${cut.line}${limit}; what came after is not known.`
}
