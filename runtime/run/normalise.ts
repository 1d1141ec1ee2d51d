/**
 * What two runs of one program must share. A recording keeps what was printed, as people will see it;
 * it is compared by this normal form, in which
 *
 * 1. an address, `0x` and six hexadecimal digits or more, is `0x…1`, `0x…2`, in the order of first appearance;
 * 2. a number with a unit of time after it (ns, µs, us, ms, s, sec, seconds …) is `#`;
 * 3. where the program holds a comment that begins with `# varies`, every number is `#`.
 *
 * Spaces before such a number belong to it, since columns are aligned by them. Nothing else may vary:
 * hashes, and with them the order of sets, are the same in every run.
 */
export function normalise(text: string, source: string): string {
  const addresses = new Map<string, string>()
  const named = text.replace(/0x[0-9a-f]{6,}/gi, (address) => {
    if (!addresses.has(address)) addresses.set(address, `0x…${addresses.size + 1}`)
    return addresses.get(address)!
  })
  const timed = named.replace(timeValue, '#')
  return varies(source) ? timed.replace(anyValue, '#') : timed
}

/** Whether the program says by a comment that what it does is not the same in every run. */
export function varies(source: string): boolean {
  return variesComment.test(source.replace(stringLiteral, ''))
}

const value = String.raw` *(?<![\w.…])-?\d+(?:[_,]\d+)*(?:\.\d+)?(?:e[-+]?\d+)?`
const timeValue = new RegExp(`${value}(?= ?(?:ns|[µμu]s|ms|s|secs?|(?:nano|micro|milli)?seconds?)\\b)`, 'g')
const anyValue = new RegExp(`${value}(?!x…)`, 'g')
const stringLiteral = /'[^'\n]*'|"[^"\n]*"/g
const variesComment = /# varies\b/
