/** The custom properties of styles/tokens.css keep the contrast that their file promises, in both themes. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const css = await readFile(new URL('../../styles/tokens.css', import.meta.url), 'utf8')

/** The hex colours that a rule declares, by name. */
function colours(selector: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`\n${selector} {`))
  return Object.fromEntries([...rule.slice(0, rule.indexOf('}')).matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

/** Relative luminance, as WCAG 2.1 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['--paper', '--panel', '--panel-strong']
const threads = Array.from({ length: 8 }, (_, index) => `--thread-${index}`)
const locks = Array.from({ length: 4 }, (_, index) => `--lock-${index}`)
const letters = ['--ink', '--ink-soft', '--live', '--bad', '--ok', '--gil-ink', '--name', '--object', '--focus', ...locks]
const code = ['plain', 'keyword', 'string', 'comment', 'number', 'function', 'builtin', 'operator'].map(name => `--code-${name}`)
const marks = ['--gil', '--dead', '--rule-strong', ...threads]

const pairs = [
  ...[...letters, ...code].flatMap(text => grounds.map(ground => [text, ground, 4.5] as const)),
  ...threads.flatMap(text => ['--paper', '--panel'].map(ground => [text, ground, 4.5] as const)),
  ...marks.flatMap(mark => grounds.map(ground => [mark, ground, mark === '--gil' && ground === '--panel-strong' ? 2.7 : 3] as const)),
  ['--ink', '--live-soft', 4.5], ['--live', '--live-soft', 4.5], ['--ink', '--bad-soft', 4.5], ['--bad', '--bad-soft', 4.5],
  ['--code-comment', '--bad-soft', 4.5], ['--gil-on', '--gil', 4.5], ['--gil-ink', '--gil-soft', 4.5], ['--ink', '--gil-soft', 4.5], ['--live-ink', '--live', 4.5],
] as const

test.each([['light', ':root'], ['dark', 'html.dark']])('every text and mark can be told from its ground: %s', (_, selector) => {
  const palette = colours(selector)
  const failures = pairs
    .map(([text, ground, least]) => ({ text, ground, least, ratio: contrast(palette[text] ?? '', palette[ground] ?? '') }))
    .filter(({ ratio, least }) => !(ratio >= least))
  expect(failures).toEqual([])
})

test('white on white is no contrast, black on white is all', () => {
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
  expect(contrast('#000000', '#ffffff')).toBe(21)
})

test('both themes declare the same names', () => {
  expect(Object.keys(colours('html.dark'))).toEqual(Object.keys(colours(':root')))
})
