/** What threads cost beside the same work without them: on the engine, under both clocks, and beside the machine's own Python. */
import { openNodeSession } from '../../runtime/run/node.ts'
import { median, numbersOf, numbersOnTheMachine, type Measure, type Row } from '../measure.ts'

const works = {
  'a loop': 'for n in range(400_000): total = n',
  'calls': 'for n in range(200_000): one(n)',
  'methods': 'for n in range(200_000): thing.one(n)',
  'generators': 'for n in every(200_000): total = n',
  'calls of C': 'for n in range(200_000): abs(n)',
  'list, dict, str': 'for n in range(60_000): names.append(str(n)); table[n & 255] = n; names.pop()',
  'json': 'for n in range(600): json.loads(json.dumps(document))',
}

/** Prints seconds, by the clock of the run, that the work takes twice: in two threads, then in sequence. */
const twice = (work: string) => `
import json, statistics, threading, time
document = {"names": [str(n) for n in range(40)], "rows": [{"n": n, "half": n / 2} for n in range(20)]}
def one(x): return x
class Thing:
    def one(self, x): return x
thing = Thing()
def every(count):
    n = 0
    while n < count:
        yield n
        n += 1
def work():
    names, table = [], {}
    ${work}
def in_threads():
    threads = [threading.Thread(target=work) for _ in range(2)]
    for t in threads: t.start()
    for t in threads: t.join()
def in_sequence(): list(map(lambda _: work(), range(2)))
def timed(call):
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin
# The host compiles the interpreter for speed as it goes on, and whoever computes since before that keeps the slower one.
timed(in_threads), timed(in_sequence)
times = [(timed(in_threads), timed(in_sequence)) for _ in range(5)]
print(*map(statistics.median, zip(*times)))
`

/** Prints seconds of the first and the second. */
const by = (setting: string, first: string, second: string) => `
import queue, threading, time
${setting}
def one():
    ${first}
def other():
    ${second}
begin = time.perf_counter(); one()
middle = time.perf_counter(); other()
print(middle - begin, time.perf_counter() - middle)
`

const locks = by(`
lock = threading.Lock()
class Plain:
    def __enter__(self): return self
    def __exit__(self, *exc): pass
plain = Plain()`, 'for _ in range(300_000):\n        with lock: pass', 'for _ in range(300_000):\n        with plain: pass')
const queues = by('jobs = queue.Queue()', 'for n in range(20_000): jobs.put(n); jobs.get()', 'pass')

export const threads: Measure = async (times) => {
  const session = openNodeSession()
  const rows: Row[] = []
  async function measured(source: string, clock: 'virtual' | 'real') {
    const [one, other]: [number[], number[]] = [[], []]
    for (let time = 0; time < times; time++) {
      const [first, second] = await numbersOf(session, source, clock)
      one.push(first!)
      other.push(second!)
    }
    return { one, other }
  }
  for (const [name, work] of Object.entries(works)) {
    for (const clock of ['virtual', 'real'] as const) {
      const samples = await measured(twice(work), clock)
      rows.push({ what: `${name} in two threads ÷ in sequence, ${clock} clock`, value: median(samples.one) / median(samples.other), unit: 'ratio', atMost: 1.15, samples })
    }
  }
  for (const [name, source, atMost] of [['with lock:', locks, 12], ['Queue.put and get in one thread', queues, 14]] as const) {
    const here = await measured(source, 'real')
    const machine = Array.from({ length: times }, () => numbersOnTheMachine(source)[0] ?? NaN)
    if (source === locks) rows.push({ what: `${name} ÷ a plain context manager in Python`, value: median(here.one) / median(here.other), unit: 'ratio', atMost: null, samples: here })
    rows.push({ what: `${name} ÷ the same on the machine's python3`, value: median(here.one) / median(machine), unit: 'ratio', atMost, samples: { engine: here.one, machine } })
  }
  session.dispose()
  return rows
}
