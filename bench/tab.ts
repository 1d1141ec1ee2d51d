/**
 * A thousand runs in one tab: `npm run bench -- --only tab` (a quarter of an hour; not among the parts that run without
 * `--only`). Prints the memory of the tab's process and the workers in it as it goes. The programs are those of the soak.
 */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import type { Measure } from './measure.ts'
import { openPage } from './served.ts'
import { programs } from './engine/soak.ts'

/** Runs between two looks at the memory. */
const between = 50

/** MiB of the browser's processes that hold pages, as Linux counts what is resident. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  }))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0))
}

/** `times` × 200 runs. */
export const tab: Measure = async (times) => {
  const runs = times * 200
  const { page, browser, close } = await openPage()
  try {
    const samples: number[] = [await memoryOf(browser)]
    let workers = 0
    let bad = 0
    for (let run = 0; run < runs; run += between) {
      bad += await page.evaluate(async ({ programs, run, between }) => {
        await window.measures.ready()
        let bad = 0
        for (let number = run; number < run + between; number++) {
          const { kind } = await window.measures.start(programs[number % programs.length]!).run.result
          if (kind !== 'done' && kind !== 'raised') bad++
        }
        return bad
      }, { programs, run, between })
      samples.push(await memoryOf(browser))
      workers = Math.max(workers, page.workers().length)
      console.log(`${run + between} runs: ${samples.at(-1)} MiB, ${page.workers().length} workers, ${bad} ended badly`)
    }
    await page.evaluate(() => window.measures.end())
    await new Promise(resolve => setTimeout(resolve, 5000))
    console.log(`The session ended: ${await memoryOf(browser)} MiB, ${page.workers().length} workers; before the first run ${samples[0]} MiB`)
    return [
      { what: `of ${runs} runs in one tab ended badly`, value: bad, unit: 'count', atMost: 0, samples: {} },
      { what: 'workers at once in that tab, at most', value: workers, unit: 'count', atMost: 2, samples: {} },
      { what: 'workers left when its session has ended', value: page.workers().length, unit: 'count', atMost: 0, samples: {} },
      { what: 'memory of the tab in the last 200 runs ÷ in 200 after the first quarter', value: least(samples.slice(-4)) / least(samples.slice(samples.length >> 2, (samples.length >> 2) + 4)), unit: 'ratio', atMost: 1.2, samples: { MiB: samples } },
    ]
  }
  finally {
    await close()
  }
}

/** Workers come and go: what counts is what stays. */
const least = (samples: number[]) => Math.min(...samples)
