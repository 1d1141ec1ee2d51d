/** The check of every slide must find what is planted in `faulty/`, where it is planted, and nothing else. */
import { beforeAll, expect, test } from 'vitest'
import { builtDeck } from '../support/deck.ts'
import { useStage } from '../support/stage.ts'
import { checkDeck, type Theme } from './inspect/checkDeck.ts'

const stage = useStage(() => builtDeck('tests/deck/inspect/faulty/slides.md'))
const faults: Record<Theme, string[]> = { light: [], dark: [] }

beforeAll(async () => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await stage.browser.newPage({ viewport: { width: 980, height: 552 } })
    faults[theme] = (await checkDeck(page, stage.served.url, theme)).faults
    await page.close()
  }
})

/** Title of the slide, click, then what the line must say. */
const planted: Array<[title: string, click: number, words: RegExp]> = [
  ['Outside', 0, /outside the slide: .*\.planted.*: 120 px beyond the right/],
  ['Clipped', 0, /clipped: .*\.planted.*: \d+ px too tall/],
  ['Scrolls', 0, /needs scrolling: .*\.planted.*: \d+ px too tall/],
  ['Tiny', 0, /text under 12 px: .*\.planted.*: 9\.0 px: “nine pixels”/],
  ['Tiny', 0, /text under 12 px: .*text\.planted-svg.*: 9\.0 px/],
  ['Tiny', 0, /text under 12 px: .*span\.planted-scaled.*: 8\.8 px/],
  ['At the second click', 2, /text under 12 px: .*“shown late”/],
  ['Pale', 0, /axe color-contrast: /],
  ['Nameless', 0, /axe button-name: /],
  ['Lettering', 0, /text over text: .*“one over” and “the other”/],
  ['Lettering', 0, /clipped: .*text\.planted-cut.*: \d+ px beyond the right/],
  ['Unrecorded', 0, /no recorded output: .*\.python-cell.*: a\.py/],
  ['Foot', 0, /over the foot: .*\.planted.*: “over it”/],
]

test.each(planted)('finds what is planted in “%s” at click %i: %s', (title, click, words) => {
  for (const theme of ['light', 'dark'] as const) {
    const there = faults[theme].filter(fault => fault.includes(`“${title}”, ${theme}, click ${click}: `))
    expect(there).toContainEqual(expect.stringMatching(words))
  }
})

test.each([
  /: console error: planted message/,
  /: exception: Error: planted exception/,
  /: failed request: .*\/missing\.png 404/,
  /: request to another origin: http:\/\/127\.0\.0\.2:8099\/elsewhere\.png/,
])('hears what goes wrong beside the slides: %s', (words) => {
  for (const theme of ['light', 'dark'] as const) expect(faults[theme]).toContainEqual(expect.stringMatching(words))
})

test('tells the themes apart', () => {
  const inTheDark = (fault: string) => fault.includes('“Pale in the dark”')
  expect(faults.light.filter(inTheDark)).toEqual([])
  expect(faults.dark.filter(inTheDark)).toEqual([expect.stringContaining('axe color-contrast')])
})

test('finds nothing where nothing is wrong', () => {
  const clean = [...faults.light, ...faults.dark].filter(fault => fault.includes('“Nothing wrong”'))
  expect(clean.filter(fault => !fault.includes('request'))).toEqual([])
  expect(faults.dark.filter(fault => fault.includes('second click”') && !fault.includes('click 2'))).toEqual([])
})
