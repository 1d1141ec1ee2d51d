/** Colours in output: what is asked for, in one piece or in several, and nothing of it is read as HTML. */
import { expect, test } from 'vitest'
import { createAnsiReader, type AnsiPiece } from '../../../composables/run/ansiText.ts'

const look = ({ text, colour, background, styles }: AnsiPiece) => [text, colour, background, styles.join(' ')].filter(Boolean).join(' | ')
function read(...texts: string[]): string[] {
  const reader = createAnsiReader()
  return texts.flatMap(text => reader({ stream: 'stdout', text })).map(look)
}

test.each([
  ['plain', ['plain']],
  ['\u001B[31mred\u001B[0m plain', ['red | #cd3131', ' plain']],
  ['\u001B[1;4;92mloud\u001B[mquiet', ['loud | #23d18b | bold underline', 'quiet']],
  ['\u001B[31;0mno longer', ['no longer']],
  ['\u001B[1;;32mgreen', ['green | #1f9d55']],
  ['\u001B[38;5;196ma\u001B[48;2;1;2;3mb\u001B[39;49mc', ['a | #ff0000', 'b | #ff0000 | #010203', 'c']],
  ['\u001B[38:2:1:2:3mcolons', ['colons | #010203']],
  ['\u001B[7mturned\u001B[27m', ['turned | var(--paper) | var(--ink)']],
  ['\u001B[7;31;44mturned', ['turned | #2f6fde | #cd3131']],
  ['a\u001B[2J\u001B[1;1H\u001B[?25lb\u001B[K some more', ['ab some more']],
  ['\u001B]8;;https://example.org\u0007a link\u001B]8;;\u0007, \u001B]0;title\u001B\\and a title', ['a link, and a title']],
  ['<b>\u001B[1m<i>', ['<b>', '<i> | bold']],
  ['\u001B[31', []],
] as [string, string[]][])('%j', (text, pieces) => {
  expect(read(text)).toEqual(pieces)
})

test('a sequence may come in two pieces, cut anywhere', () => {
  const text = 'a\u001B[1;38;5;196mb\u001B[0mc\u001B]0;t\u001B\\d'
  const plain = read(text).join('+')
  for (let cut = 1; cut < text.length; cut++) {
    const pieces = read(text.slice(0, cut), text.slice(cut))
    const joined: string[] = []
    for (const one of pieces) {
      const [words = '', ...rest] = one.split(' | ')
      const last = joined.at(-1)?.split(' | ')
      if (last && last.slice(1).join() === rest.join()) joined[joined.length - 1] = [last[0] + words, ...rest].join(' | ')
      else joined.push(one)
    }
    expect(joined.join('+'), `cut at ${cut}`).toBe(plain.replace('c+d', 'cd'))
  }
})

test('what one stream has begun, the other does not end; what it has set holds for both', () => {
  const reader = createAnsiReader()
  const pieces = [reader({ stream: 'stdout', text: 'a\u001B[3' }), reader({ stream: 'stderr', text: '1mno sequence' }), reader({ stream: 'stdout', text: '2mgreen' }), reader({ stream: 'stderr', text: 'green too' })]
  expect(pieces.flat().map(look)).toEqual(['a', '1mno sequence', 'green | #1f9d55', 'green too | #1f9d55'])
})

test('an endless sequence is not waited for', () => {
  expect(read(`\u001B]${'x'.repeat(1000)}`, 'y').join('')).toContain('y')
})
