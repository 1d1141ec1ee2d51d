/** Marks at lines of the code, which a view asks for: where each thread is. */
export interface LineMark {
  /** Counted from 1. */
  line: number
  /** What stands in the gutter, one to three letters. */
  letter: string
  /** A CSS colour. */
  colour: string
  /** The same in words. */
  title: string
}

/** More marks than these at one line are counted only. */
const shownAtLine = 2

/** The marks of each line, as what stands in the gutter: at most two, then how many more. */
export function chipsOf(marks: readonly LineMark[]): Map<number, LineMark[]> {
  const lines = Map.groupBy(marks, mark => mark.line)
  for (const [line, all] of lines) {
    if (all.length <= shownAtLine) continue
    const rest = all.slice(shownAtLine - 1)
    const title = rest.map(mark => mark.title).join('; ')
    lines.set(line, [...all.slice(0, shownAtLine - 1), { line, letter: `+${rest.length}`, colour: 'var(--ink-soft)', title }])
  }
  return lines
}
