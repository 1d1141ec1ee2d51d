/** What processes cost, and what they are for: two on two cores beside one. */
import { openNodeSession } from '../../runtime/run/node.ts'
import type { Session } from '../../runtime/run/session.ts'
import { byTurns, median, type Measure } from '../measure.ts'

/** So many processes share the same work; the whole program is measured. */
const shared = (processes: number) => `
from concurrent.futures import ProcessPoolExecutor

def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total

if __name__ == "__main__":
    with ProcessPoolExecutor(${processes}) as pool:
        assert len(list(pool.map(work, [2_500_000] * 40))) == 40
`

const starts = `
import multiprocessing
import time

def answer(conn):
    conn.send(1)

if __name__ == "__main__":
    here, there = multiprocessing.Pipe()
    begun = time.perf_counter()
    process = multiprocessing.Process(target=answer, args=(there,))
    process.start()
    here.recv()
    print((time.perf_counter() - begun) * 1000)
    process.join()
`

/** Milliseconds that a program takes, and what it printed. */
async function run(session: Session, source: string): Promise<{ duration: number, text: string }> {
  let text = ''
  const { result } = session.run({ file: 'bench.py', source }, {
    output: chunks => void (text += chunks.map(chunk => chunk.text).join('')),
    cut: () => {},
    started: () => {},
    input: async () => null,
  })
  const ended = await result
  if (ended.kind !== 'done') throw new Error(`The bench's program did not end well: ${JSON.stringify(ended)} ${text}`)
  return { duration: ended.duration, text }
}

export const processes: Measure = async (times) => {
  const session = openNodeSession()
  try {
    await run(session, 'pass')
    const [two, one] = await byTurns(times,
      async () => (await run(session, shared(2))).duration,
      async () => (await run(session, shared(1))).duration)
    const started: number[] = []
    for (let time = 0; time < times; time++) {
      await new Promise(resolve => setTimeout(resolve, 1000))
      started.push(Number((await run(session, starts)).text))
    }
    return [
      { what: `two processes ÷ one, CPU-bound, the whole program of ${(median(one) / 1000).toFixed(0)} s in one`, value: median(two) / median(one), unit: 'ratio', atMost: 0.6, samples: { two, one } },
      { what: 'a process started → its first message', value: median(started), unit: 'ms', atMost: 400, samples: { started } },
    ]
  }
  finally {
    session.dispose()
  }
}
