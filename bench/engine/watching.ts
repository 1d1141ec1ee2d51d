/** What a program pays for threads that could go on: the same work beside one that waits, and alone, by turns. */
import { openNodeSession } from '../../runtime/run/node.ts'
import { byTurns, median, timeOf, type Measure, type Row } from '../measure.ts'

const works = {
  'short turns of a loop': 'total = 0\n    for number in range(300_000): total += number',
  'short calls': 'for number in range(100_000): one(number)',
  'short calls of C': 'for number in range(100_000): abs(number)',
  'sorting words': 'for _ in range(200): sorted(words)',
}

const program = (work: string, beside: boolean) => `
import threading
words = [str(number * 7919 % 10_007) for number in range(2000)]
def one(x): return x
def work():
    ${work}
gate = threading.Lock()
gate.acquire()
if ${beside ? 'True' : 'False'}: threading.Thread(target=gate.acquire, daemon=True).start()
work()
`

export const watching: Measure = async (times) => {
  const session = openNodeSession()
  const rows: Row[] = []
  await timeOf(session, { source: 'pass' })
  for (const [name, work] of Object.entries(works)) {
    const [beside, alone] = await byTurns(times, () => timeOf(session, { source: program(work, true) }), () => timeOf(session, { source: program(work, false) }))
    rows.push({ what: `${name}, beside a thread that waits ÷ alone`, value: median(beside) / median(alone), unit: 'ratio', atMost: null, samples: { beside, alone } })
  }
  session.dispose()
  return rows
}
