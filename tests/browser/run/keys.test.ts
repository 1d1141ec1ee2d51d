/** Whose the keyboard is: the deck's or the editor's. */
import { expect, test } from 'vitest'
import { liveCell, slide, slideNumber, useDeck } from '../deck.ts'

const deck = useDeck()

test('typing in a cell never moves the slide or works the deck', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.write('')
  await page.keyboard.type('for o in "dgf": d = o')
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageDown', 'PageUp', 'Home', 'End', 'Space']) await page.keyboard.press(key)
  expect(slideNumber(page)).toBe(slide.ask)
  expect(await cell.text()).toBe('for o in "dgf": d = o ')
  expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(false)
  expect(await page.locator('.cm-editor').count()).toBe(1)
})

test('Tab and Enter indent by four spaces', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.write('')
  await page.keyboard.type('if True:\npass')
  expect(await cell.text()).toBe('if True:\n    pass')
  await page.keyboard.press('Tab')
  expect(await cell.text()).toBe('if True:\n        pass')
})

test('Escape gives the keyboard back to the deck', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.editor.click()
  await page.keyboard.press('ArrowRight')
  expect(slideNumber(page)).toBe(slide.ask)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(slide.spin)
})

test('the clicker works after Run and Stop were pressed with the mouse, even from the editor', async () => {
  const page = await deck.open(`${slide.spin}`)
  const cell = liveCell(page)
  await cell.editor.click()
  await cell.press('Run')
  await cell.output.getByText('begun').waitFor()
  await page.keyboard.press('PageDown')
  await expect.poll(() => slideNumber(page)).toBe(slide.html)
  await page.keyboard.press('PageUp')
  await expect.poll(() => slideNumber(page)).toBe(slide.spin)
  await cell.press('Stop')
  await cell.over()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(slide.html)
})

test('the clicker works after a question was answered', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.press('Run')
  for (const answer of ['Ada', '36']) {
    await cell.root.getByRole('textbox', { name: /^Your/ }).waitFor()
    await page.keyboard.type(answer)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(100)
  }
  await cell.over()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => slideNumber(page)).toBe(slide.spin)
})

test('Ctrl+Enter runs, and the cursor stays in the editor', async () => {
  const page = await deck.open(`${slide.ask}`)
  const cell = liveCell(page)
  await cell.write('print("by key")')
  await page.keyboard.press('ControlOrMeta+Enter')
  await cell.over()
  expect(await cell.output.textContent()).toBe('by key\n')
  expect(await cell.text()).toBe('print("by key")')
  expect(await cell.editor.evaluate(editor => editor === document.activeElement)).toBe(true)
})

test('by keyboard, Stop stands where Run was and has the focus', async () => {
  const page = await deck.open(`${slide.spin}`)
  const cell = liveCell(page)
  await cell.root.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('Enter')
  await cell.output.getByText('begun').waitFor()
  await page.keyboard.press('Enter')
  await cell.over()
  expect(slideNumber(page)).toBe(slide.spin)
})

test('a swipe inside the editor does not turn the slide; one beside it does', async () => {
  const page = await deck.open(`${slide.ask}`, { hasTouch: true })
  const cell = liveCell(page)
  await cell.editor.waitFor()
  const client = await page.context().newCDPSession(page)
  async function swipe(y: number) {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] })
    await touch('touchStart', 500)
    for (let x = 480; x >= 120; x -= 40) await touch('touchMove', x)
    await touch('touchEnd')
    await page.waitForTimeout(300)
  }
  const box = await cell.editor.boundingBox()
  await swipe(box!.y + 20)
  expect(slideNumber(page)).toBe(slide.ask)
  await swipe(40)
  await expect.poll(() => slideNumber(page)).toBe(slide.spin)
})

test('? opens and closes the list of all keys, in which the deck’s keys do nothing', async () => {
  const page = await deck.open(`${slide.ask}`)
  const list = page.getByRole('dialog', { name: 'Keys' })
  for (const closer of ['?', 'Escape']) {
    await page.keyboard.press('?')
    await list.waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('d')
    await page.keyboard.press(closer)
    await list.waitFor({ state: 'hidden' })
  }
  // Shift let go of before the key, as hurried fingers do.
  for (const key of ['down Shift', 'down ?', 'up Shift', 'up ?']) await page.keyboard[key.startsWith('down') ? 'down' : 'up'](key.split(' ')[1]!)
  await list.waitFor()
  expect(slideNumber(page)).toBe(slide.ask)
  expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(false)
  const said = await list.locator('dl > div').allInnerTexts()
  expect(said.filter(text => /[a-z]_[a-z]/.test(text)), 'a shortcut without words').toEqual([])
  for (const words of ['Next step', 'Contents: all parts and slides', 'Full screen', 'Run']) expect(said.join('\n')).toContain(words)
})

test('the contents lead to the list of keys', async () => {
  const page = await deck.open(`${slide.ask}`)
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Contents' }).getByRole('button', { name: 'Keys' }).click()
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(1)
})
