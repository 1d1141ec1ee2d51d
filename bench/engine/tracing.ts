/** What it costs to be told what threads do: programs that do little else, traced and not, by turns. */
import { openNodeSession } from '../../runtime/run/node.ts'
import { byTurns, median, timeOf, type Measure, type Row } from '../measure.ts'

const programs = {
  'locks handed over': `
import threading
ping, pong = threading.Lock(), threading.Lock()
pong.acquire()
def play(mine, other):
    for _ in range(5000):
        mine.acquire()
        other.release()
players = [threading.Thread(target=play, args=pair) for pair in ((ping, pong), (pong, ping))]
for player in players: player.start()
for player in players: player.join()
`,
  'a queue between two threads': `
import queue, threading
jobs = queue.Queue(5)
def produce():
    for n in range(10_000): jobs.put(n)
threading.Thread(target=produce).start()
for _ in range(10_000): jobs.get()
`,
  'a pool with short tasks': `
from concurrent.futures import ThreadPoolExecutor
def work(n): return sum(range(n % 100))
with ThreadPoolExecutor(8) as pool:
    assert sum(pool.map(work, range(5000))) > 0
`,
}

export const tracing: Measure = async (times) => {
  const session = openNodeSession()
  const rows: Row[] = []
  await timeOf(session, { source: 'pass', trace: true })
  for (const [name, source] of Object.entries(programs)) {
    const [traced, untraced] = await byTurns(times, () => timeOf(session, { source, trace: true }), () => timeOf(session, { source }))
    rows.push({ what: `${name}, traced ÷ not`, value: median(traced) / median(untraced), unit: 'ratio', atMost: 2, samples: { traced, untraced } })
  }
  session.dispose()
  return rows
}
