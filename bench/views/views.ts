/** How fast the timeline and the lanes of processes are: drawn after a run, and moved and zoomed when there is much. */
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../cli/deck/browser.ts'
import { builtDeck } from '../../cli/deck/builtDeck.ts'
import { median, type Measure } from '../measure.ts'

/** Of tests/browser/views/slides.md: a program whose `count = 500` gives 10,487 events, and 47 a good 1,000. */
const slide = 11
/** Two jobs by threads, then by processes. */
const processesSlide = 18

declare global {
  interface Window {
    /** When the last run's end was told to the page, and when its picture was painted, in ms. */
    runEnded: number
    pictureDrawn: Promise<number>
  }
}

export const views: Measure = async (times) => {
  const deck = await builtDeck('tests/browser/views/slides.md')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
    await page.addInitScript(watchEnds)
    await page.goto(`${deck.url}#/${slide}`)
    await page.getByLabel('Code', { exact: true }).waitFor()
    const drawn: number[] = []
    for (let time = 0; time < times; time++) drawn.push(await runAndDraw(page, 47))
    await runAndDraw(page, 500)
    const [wall, own]: [number[], number[]] = [[], []]
    for (let time = 0; time < times; time++) {
      const longest = await longestTask(browser, page, () => move(page))
      wall.push(longest.wall)
      own.push(longest.own)
    }
    await page.goto(`${deck.url}#/${processesSlide}`)
    await page.locator('.python-cell:has(.cm-editor)', { hasText: 'ThreadPoolExecutor' }).waitFor()
    const lanes: number[] = []
    for (let time = 0; time < times; time++) lanes.push(await runToPicture(page))
    return [
      { what: 'run finished → lanes of threads and processes drawn', value: median(lanes), unit: 'ms', atMost: 100, samples: { lanes } },
      { what: 'run finished → timeline of 1,000 events drawn', value: median(drawn), unit: 'ms', atMost: 100, samples: { drawn } },
      { what: 'longest task while 10,000 events are moved and zoomed', value: median(wall), unit: 'ms', atMost: 50, samples: { own, wall } },
    ]
  }
  finally {
    await browser.close()
    await deck.close()
  }
}

/** Milliseconds from the message that the run is over to the frame that shows its lanes. */
async function runAndDraw(page: Page, count: number): Promise<number> {
  await page.getByLabel('Code', { exact: true }).click()
  const line = page.locator('.python-cell:has(.cm-editor) .cm-line').filter({ hasText: 'count = ' })
  await line.click({ clickCount: 3 })
  await page.keyboard.insertText(`count = ${count}\n`)
  return runToPicture(page)
}

async function runToPicture(page: Page): Promise<number> {
  await page.evaluate(watchPicture)
  await page.getByRole('button', { name: 'Run', exact: true }).locator('visible=true').click()
  await page.locator('.python-cell:has(.cm-editor)[data-phase="over"]').waitFor()
  return page.evaluate(async () => await window.pictureDrawn - window.runEnded)
}

/** The longest task of the page's main thread meanwhile, in ms: as the clock says, and without what other programs took. */
async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<{ wall: number, own: number }> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TaskEvent[] }
  const mains = new Set(traceEvents.filter(event => event.name === 'thread_name' && event.args?.name === 'CrRendererMain').map(place))
  const tasks = traceEvents.filter(event => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(place(event)))
  const most = (lengths: number[]) => lengths.reduce((one, other) => Math.max(one, other), 0) / 1000
  return { wall: most(tasks.map(task => task.dur ?? 0)), own: most(tasks.map(task => task.tdur ?? 0)) }
}

/** Of Chromium's own trace; lengths are in µs. */
interface TaskEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}
const place = ({ pid, tid }: TaskEvent) => `${pid} ${tid}`

/** Zooms in and out and moves to and fro, by wheel, drag and keys, as a hasty person does. */
async function move(page: Page): Promise<void> {
  const box = (await page.locator('.python-cell:has(.cm-editor) .lane-tracks').boundingBox())!
  await page.mouse.move(box.x + 300, box.y + 30)
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, -120)
  await page.mouse.down()
  for (let x = 0; x < 30; x++) await page.mouse.move(box.x + 300 - x * 8, box.y + 30)
  await page.mouse.up()
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 120)
  await page.locator('.python-cell:has(.cm-editor)').getByRole('slider').focus()
  for (const key of ['End', '+', '+', 'Shift+ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Home', 'ArrowRight', '0']) await page.keyboard.press(key)
}

function watchEnds(): void {
  const setter = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')!
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...setter,
    set(this: MessagePort, listener: (event: MessageEvent) => void) {
      setter.set!.call(this, (event: MessageEvent<{ kind?: string } | undefined>) => {
        if (event.data?.kind === 'ended') window.runEnded = performance.now()
        listener.call(this, event)
      })
    },
  })
}

function watchPicture(): void {
  const cell = document.querySelector('.python-cell:has(.cm-editor)')!
  window.pictureDrawn = new Promise((resolve) => {
    const look = () => {
      if (cell.getAttribute('data-phase') !== 'over' || !cell.querySelector('.lane-tracks')) return void requestAnimationFrame(look)
      // A task that is asked for in the frame that shows it comes when that has been painted.
      setTimeout(() => resolve(performance.now()))
    }
    requestAnimationFrame(function begin() {
      if (cell.getAttribute('data-phase') === 'over') requestAnimationFrame(begin)
      else look()
    })
  })
}
