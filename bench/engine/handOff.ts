/** A lock handed from thread to thread and back: on the engine, and on the machine's own Python beside it. */
import { execFileSync } from 'node:child_process'
import { openNodeSession } from '../../runtime/run/node.ts'
import { median, type Measure } from '../measure.ts'

const rounds = 20_000

/** Prints microseconds for a hand-off; the clock is real. */
const program = `
import threading, time
ping, pong = threading.Lock(), threading.Lock()
pong.acquire()
def play(mine, other):
    for _ in range(${rounds}):
        mine.acquire()
        other.release()
players = [threading.Thread(target=play, args=pair) for pair in ((ping, pong), (pong, ping))]
begin = time.perf_counter()
for player in players: player.start()
for player in players: player.join()
print((time.perf_counter() - begin) / ${2 * rounds} * 1e6)
`

async function onTheEngine(): Promise<number> {
  const session = openNodeSession()
  let text = ''
  const output = (chunks: { text: string }[]) => void (text += chunks.map(chunk => chunk.text).join(''))
  await session.run({ file: 'bench.py', source: program, clock: 'real' }, { output, cut: () => {}, started: () => {}, input: async () => null }).result
  session.dispose()
  return Number(text)
}

/** NaN where the machine has no Python of its own. */
function onTheMachine(): number {
  try {
    return Number(execFileSync('python3', ['-c', program], { encoding: 'utf8' }))
  }
  catch {
    return NaN
  }
}

export const handOff: Measure = async (times) => {
  const engine: number[] = []
  const machine: number[] = []
  for (let time = 0; time < times; time++) {
    engine.push(await onTheEngine())
    machine.push(onTheMachine())
  }
  return [{ what: 'a lock handed over ÷ the same on the machine\'s python3', value: median(engine) / median(machine), unit: 'ratio', atMost: null, samples: { engine, machine } }]
}
