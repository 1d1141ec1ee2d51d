/** Where two lists of lines differ, as `- old` and `+ new` between at most two lines that are the same; null where they do not. */
export function difference(before: string[], after: string[]): string | null {
  let start = 0
  while (start < Math.max(before.length, after.length) && before[start] === after[start]) start++
  if (start >= before.length && start >= after.length) return null
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const mark = (sign: string, lines: string[]) => lines.map(line => `    ${sign} ${line}`)
  return [
    ...mark(' ', before.slice(Math.max(0, start - 2), start)),
    ...mark('-', before.slice(start, before.length - end)),
    ...mark('+', after.slice(start, after.length - end)),
    ...mark(' ', after.slice(after.length - end, after.length - end + 2)),
  ].join('\n')
}
