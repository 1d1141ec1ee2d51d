/** How fast Python starts in Node. */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { openNodeSession } from '../../runtime/run/node.ts'
import { byTurns, median, type Measure } from '../measure.ts'

/** Milliseconds from asking for a worker to the first output of Python. */
async function fromSnapshot(): Promise<number> {
  const begun = performance.now()
  const session = openNodeSession()
  const taken = await new Promise<number>((resolve) => {
    session.run({ file: 'bench.py', source: 'print("hello")' }, {
      output: () => resolve(performance.now() - begun),
      cut: () => {},
      started: () => {},
      input: async () => null,
    })
  })
  session.dispose()
  return taken
}

async function fromNothing(): Promise<number> {
  const begun = performance.now()
  const worker = new Worker(fileURLToPath(new URL('../plain.worker.node.ts', import.meta.url)))
  const taken = await new Promise<number>(resolve => worker.once('message', () => resolve(performance.now() - begun)))
  await worker.terminate()
  return taken
}

export const terminal: Measure = async (times) => {
  const [snapshot, plain] = await byTurns(times, fromSnapshot, fromNothing)
  return [{
    what: 'worker asked for → first output, with the snapshot ÷ plain loadPyodide, in Node',
    value: median(snapshot) / median(plain),
    unit: 'ratio',
    atMost: 0.25,
    samples: { snapshot, plain },
  }]
}
