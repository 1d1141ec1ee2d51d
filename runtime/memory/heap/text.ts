/** Values as Python shows them, made of numbers and texts that were read from memory: no code of the program is called. */

/** Characters of a value that are shown. */
export const longestValue = 40

export function cut(text: string): string {
  const characters = Array.from(text)
  return characters.length > longestValue ? `${characters.slice(0, longestValue - 1).join('')}…` : text
}

/** `digits` of 30 bits, the lowest first. */
export function intText(digits: number[], negative: boolean): string {
  const size = digits.reduceRight((value, digit) => value * 2n ** 30n + BigInt(digit), 0n)
  return cut(String(negative ? -size : size))
}

/** As `float.__repr__`: the shortest digits that give the number again, with an exponent from 1e16 on and below 1e-4. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  }
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.includes('.') ? text : `${text}.0`
}

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }
const unprintable = /[\\\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u

/** As `str.__repr__`. */
export function strText(text: string): string {
  return quoted(Array.from(text, (character) => {
    if (!unprintable.test(character)) return character
    const code = character.codePointAt(0)!
    return escapes[character] ?? (code < 256 ? hex('\\x', code, 2) : code < 0x10000 ? hex('\\u', code, 4) : hex('\\U', code, 8))
  }).join(''))
}

/** As `bytes.__repr__`. */
export function bytesText(bytes: Iterable<number>): string {
  return `b${quoted(Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte)
    return escapes[character] ?? (byte >= 32 && byte < 127 ? character : hex('\\x', byte, 2))
  }).join(''))}`
}

function hex(prefix: string, code: number, width: number): string {
  return prefix + code.toString(16).padStart(width, '0')
}

function quoted(text: string): string {
  return text.includes('\'') && !text.includes('"') ? `"${text}"` : `'${text.replaceAll('\'', '\\\'')}'`
}
