import { describe, expect, test } from 'vitest'
import { difference } from '../../../cli/recordings/difference.ts'
import { normalise } from '../../../runtime/run/normalise.ts'

describe('the normal form of output', () => {
  test.each([
    ['<A at 0x16f1a40> <B at 0x16f1a48> <A at 0x16f1a40>', '<A at 0x…1> <B at 0x…2> <A at 0x…1>'],
    ['0xff and 0x7f', '0xff and 0x7f'],
    ['took 0.31 s,   1_000.5 ms, 12µs and -3e-05 seconds', 'took# s,# ms,#µs and# seconds'],
    ['3 sheep, 2 s', '3 sheep,# s'],
    ['count 42, 3.14', 'count 42, 3.14'],
  ])('%s', (text, form) => {
    expect(normalise(text, 'print()')).toBe(form)
  })

  test('has no numbers where the program says that they vary', () => {
    const source = 'print("at", id(x), 3)  # varies from build to build'
    expect(normalise('at 22604848, 3.5 and x2, <0x16f1a40>', source)).toBe('at#,# and x2, <0x…1>')
    expect(normalise('12', 'print("# varies")')).toBe('12')
  })

  test('aligned columns do not differ by the length of a time', () => {
    expect(normalise('a:   9.8 ms', '')).toBe(normalise('a: 110.2 ms', ''))
  })
})

describe('a difference', () => {
  test('is none between equal lists', () => {
    expect(difference(['a', 'b'], ['a', 'b'])).toBeNull()
    expect(difference([], [])).toBeNull()
  })

  test('shows what went and what came, between lines that stayed', () => {
    expect(difference(['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'x', 'y', 'e'])).toBe('      b\n      c\n    - d\n    + x\n    + y\n      e')
    expect(difference(['a'], ['a', 'b'])).toBe('      a\n    + b')
    expect(difference(['a', 'a'], ['a'])).toBe('      a\n    - a')
  })
})
