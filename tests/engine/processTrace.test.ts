/** What a run tells of the processes that it starts. */
import { expect, test } from 'vitest'
import { useSession } from './support.ts'
import { only, traced } from './traces.ts'

const { session } = useSession()

test('a process is told from its start to its end, with what goes there and comes back', async () => {
  const { trace } = await traced(session(), `
import multiprocessing as mp, sys, time
def work(conn):
    conn.send(conn.recv() * 1000)
    sys.exit(3)
if __name__ == "__main__":
    time.sleep(60)
    here, there = mp.Pipe()
    p = mp.Process(target=work, args=(there,), name="worker")
    p.start()
    there.close()
    here.send("x")
    here.recv()
    p.join()
    print("joined")`)
  const [spawn] = only(trace, 'spawn')
  expect(spawn).toMatchObject({ thread: 1, line: 10, name: 'worker' })
  const process = spawn!.process
  expect(only(trace, 'boot')).toMatchObject([{ process }])
  const [pickles, message] = only(trace, 'send')
  expect(pickles).toMatchObject({ process, line: 10 })
  expect(pickles!.bytes).toBeGreaterThan(100)
  expect(message).toMatchObject({ process, line: 12 })
  expect(message!.bytes).toBeLessThan(30)
  expect(only(trace, 'receive')).toMatchObject([{ process, line: 13 }])
  expect(only(trace, 'receive')[0]!.bytes).toBeGreaterThan(1000)
  expect(only(trace, 'exit')).toMatchObject([{ process, code: 3 }])
  expect(only(trace, 'wait').filter(event => event.for === 'process').map(({ line }) => line)).toEqual(expect.arrayContaining([13, 14]))
  const order = only(trace, 'spawn', 'boot', 'receive', 'exit', 'print')
  expect(order.map(({ kind }) => kind)).toEqual(['spawn', 'boot', 'receive', 'exit', 'print'])
  expect(order.map(({ time }) => time)).toEqual(order.map(({ time }) => time).toSorted((a, b) => a - b))
  expect(spawn!.time).toBeGreaterThan(60)
  expect(order.at(-1)!.time - spawn!.time).toBeGreaterThan(0.02)
})
