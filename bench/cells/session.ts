/** How fast Python starts in a page, how fast it stops, and how little it disturbs. */
import { byTurns, median, type Measure } from '../measure.ts'
import { openPage } from '../served.ts'

export const session: Measure = async (times) => {
  const { page, close } = await openPage()
  try {
    const [snapshot, plain] = await byTurns(times,
      () => page.evaluate(() => window.measures.snapshot()),
      () => page.evaluate(() => window.measures.plain()))
    const stops: number[] = []
    const floods: number[] = []
    for (let time = 0; time < times; time++) stops.push(await page.evaluate(() => window.measures.stop('print(1)\nwhile True: pass')))
    for (let time = 0; time < times; time++) floods.push((await page.evaluate(() => window.measures.longestTask('for i in range(1_000_000): print("line", i)'))).longest)
    return [{
      what: 'worker asked for → first output, with the snapshot ÷ plain loadPyodide, in the same page',
      value: median(snapshot) / median(plain),
      unit: 'ratio',
      atMost: 0.25,
      samples: { snapshot, plain },
    }, {
      what: 'Stop pressed on while True: pass → first output of the next run',
      value: median(stops),
      unit: 'ms',
      atMost: 500,
      samples: { stops },
    }, {
      what: 'longest task of the main thread while a cell prints a million lines',
      value: median(floods),
      unit: 'ms',
      atMost: 100,
      samples: { floods },
    }]
  }
  finally {
    await close()
  }
}
