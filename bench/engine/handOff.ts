/** A lock handed from thread to thread and back: on the engine, and on the machine's own Python beside it. */
import { openNodeSession } from '../../runtime/run/node.ts'
import { median, numbersOf, numbersOnTheMachine, type Measure } from '../measure.ts'

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

export const handOff: Measure = async (times) => {
  const engine: number[] = []
  const machine: number[] = []
  for (let time = 0; time < times; time++) {
    const session = openNodeSession()
    engine.push((await numbersOf(session, program, 'real'))[0]!)
    session.dispose()
    machine.push(numbersOnTheMachine(program)[0] ?? NaN)
  }
  return [{ what: 'a lock handed over ÷ the same on the machine\'s python3', value: median(engine) / median(machine), unit: 'ratio', atMost: null, samples: { engine, machine } }]
}
