/** What is measured inside a page that has nothing on it but a session. */
import { openSession } from '../../runtime/run/browser.ts'
import type { Run, Session } from '../../runtime/run/session.ts'
import type { OutputChunk } from '../../runtime/border/protocol.ts'

const base = new URL('pyodide/', location.href)
let session: Session | null = null

/** Milliseconds from asking for a worker to the first output of Python, in a plain load. */
function plain(): Promise<number> {
  const begun = performance.now()
  const worker = new Worker(new URL('./plain.worker.ts', import.meta.url), { type: 'module' })
  worker.postMessage(new URL('plain/', location.href).href)
  return new Promise(resolve => worker.onmessage = () => {
    const taken = performance.now() - begun
    worker.terminate()
    setTimeout(() => resolve(taken), 500)
  })
}

/** Starts a program; `first` is kept with the time at which its first output arrived. */
function start(source: string, show: (chunks: OutputChunk[]) => void = () => {}): { run: Run, first: Promise<number> } {
  const { promise, resolve } = Promise.withResolvers<number>()
  const run = session!.run({ file: 'bench.py', source }, {
    output: (chunks) => {
      resolve(performance.now())
      show(chunks)
    },
    cut: () => {},
    started: () => {},
    input: async () => null,
  })
  return { run, first: promise }
}

/** The same with our session. */
async function snapshot(): Promise<number> {
  session?.dispose()
  const begun = performance.now()
  session = openSession(base)
  const { first } = start('print("hello")')
  const taken = await first - begun
  session.dispose()
  session = null
  await new Promise(resolve => setTimeout(resolve, 500))
  return taken
}

async function ready(): Promise<void> {
  session ??= openSession(base)
  session.load()
  await new Promise<void>(resolve => session!.subscribe(state => state.kind === 'ready' && resolve()))
}

/** Milliseconds from Stop on an endless loop to the first output of the next run. */
async function stop(source: string): Promise<number> {
  await ready()
  const endless = start(source)
  await endless.first
  await new Promise(resolve => setTimeout(resolve, 2000))
  const begun = performance.now()
  endless.run.stop()
  const next = start('print("next")')
  await endless.run.result
  const taken = await next.first - begun
  await next.run.result
  return taken
}

/** The longest task of the main thread while a program runs, in ms; 0 where none took 50 ms, which is when a browser counts them. */
async function longestTask(source: string): Promise<{ longest: number, seconds: number, kept: number }> {
  await ready()
  const output = document.querySelector('#output')!
  output.textContent = ''
  await new Promise(resolve => setTimeout(resolve, 500))
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  const begun = performance.now()
  const { run } = start(source, chunks => output.append(...chunks.map(chunk => chunk.text)))
  await run.result
  const seconds = (performance.now() - begun) / 1000
  await new Promise(resolve => setTimeout(resolve, 500))
  observer.disconnect()
  return { longest, seconds, kept: run.whole().size }
}

function end(): void {
  session?.dispose()
  session = null
}

const measures = { plain, snapshot, stop, longestTask, ready, start, end, openSession, base }
declare global {
  interface Window { measures: typeof measures }
}
window.measures = measures
