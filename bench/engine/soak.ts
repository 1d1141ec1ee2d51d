/**
 * Ten thousand runs in one session: `npm run bench -- --only soak` (half an hour; not among the parts that run without
 * `--only`). Prints the memory of the process as it goes.
 */
import { openNodeSession } from '../../runtime/run/node.ts'
import type { Measure } from '../measure.ts'

/** Run by turns: threads, one that stays parked, cycles, an error, tasks. */
export const programs = [
  'import threading\nts = [threading.Thread(target=print, args=(n,)) for n in range(5)]\nfor t in ts: t.start()\nfor t in ts: t.join()',
  'import threading\nlock = threading.Lock(); lock.acquire()\nthreading.Thread(target=lock.acquire, daemon=True).start()',
  'class Node: pass\nfor _ in range(1000):\n    a = Node(); a.a = a\nprint(1 / 0)',
  'import asyncio\nasync def main(): await asyncio.gather(*(asyncio.sleep(1) for _ in range(5)))\nasyncio.run(main())',
]

/** Memory of the whole process in MiB, at its least in the last so many runs: workers come and go. */
const window = 50

export const soak: Measure = async () => {
  const session = openNodeSession()
  const recent: number[] = []
  const samples: number[] = []
  for (let number = 1; number <= 10_000; number++) {
    const { result } = session.run({ file: 'soak.py', source: programs[number % programs.length]! }, {
      output: () => {}, cut: () => {}, started: () => {}, input: async () => null,
    })
    const { kind } = await result
    if (kind !== 'done' && kind !== 'raised') throw new Error(`Run ${number} of the soak was ${kind}.`)
    recent.push(process.memoryUsage.rss() / 2 ** 20)
    if (recent.length > window) recent.shift()
    if (number % 500 !== 0) continue
    samples.push(Math.min(...recent))
    console.log(`${number} runs: ${Math.round(Math.min(...recent))} to ${Math.round(Math.max(...recent))} MiB`)
  }
  session.dispose()
  return [{ what: 'memory of the process after 10,000 runs ÷ after 1,000', value: samples[19]! / samples[1]!, unit: 'ratio', atMost: 1.1, samples: { MiB: samples } }]
}
