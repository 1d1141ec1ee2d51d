/** Which slides ask for what their cells print, so that the recorded answer is covered at first. */
import type { SlideInfo } from '@slidev/types'
import type { LiveOptions } from '../../cli/run/fence.ts'

type Asking = Pick<SlideInfo, 'title' | 'content' | 'frontmatter' | 'index'> & { source: { filepath: string } }

/**
 * Whether a cell of a slide has an answer to cover: as `asks` in the front matter says; else where it is a puzzle, or where the title of a
 * slide in the taught part has a question mark. A `<Predict>` covers its cells by itself.
 * @throws Error with one sentence where `asks` is neither true nor false.
 */
export function asksFor({ title, content, frontmatter, index, source }: Asking, cell: LiveOptions): boolean {
  const { asks } = frontmatter
  if (asks !== undefined && typeof asks !== 'boolean') throw new Error(`Slide ${index + 1}: "asks" in the front matter is true or false, not ${JSON.stringify(asks)}.`)
  if (content.includes('<Predict')) return false
  if (asks !== undefined) return asks
  const taught = !/[\\/]appendix[\\/]/.test(source.filepath)
  return (cell.view === 'scheduler' && cell.goal !== undefined) || (taught && (title ?? '').includes('?'))
}
