/** Memory under X-ray: how fast objects are read and drawn, how true their counts are, what running in steps costs. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { PyProxy } from 'pyodide/ffi'
import { launchChromium } from '../../cli/deck/browser.ts'
import { openHeap } from '../../runtime/memory/heap/openHeap.ts'
import { openNodeSession } from '../../runtime/run/node.ts'
import type { RunRequest } from '../../runtime/border/protocol.ts'
import type { WireScene } from '../../runtime/memory/objects/scene.ts'
import type { Session } from '../../runtime/run/session.ts'
import { openInterpreter } from '../../tests/engine/interpreter.ts'
import { byTurns, median, type Measure, type Row } from '../measure.ts'
import { servePage } from '../served.ts'

export const memory: Measure = async times => [...await reading(times), ...await stepping(times), ...await drawing(times)]

type Keeper = PyProxy & { text: string }

async function reading(times: number): Promise<Row[]> {
  const pyodide = await openInterpreter()
  pyodide.runPython(readFileSync(new URL('../../tests/engine/memory/heap.py', import.meta.url), 'utf8'))
  const keep = (name: string) => (pyodide.globals.get(name) as (count: number) => Keeper)(10_000)
  const opened = openHeap(pyodide)
  if ('problem' in opened) throw new Error(opened.problem)
  const { heap } = opened
  const many = keep('Many')
  const addresses = (JSON.parse(many.text) as [[number][]])[0].map(([address]) => address)
  const reads: number[] = []
  let bytes = 0
  for (let time = 0; time < times; time++) {
    heap.forget()
    const begun = performance.now()
    for (const address of addresses) {
      const object = heap.object(address)!
      bytes += object.count + object.type.address + (heap.size(object) ?? 0)
    }
    reads.push(performance.now() - begun)
  }
  if (!(bytes > 0)) throw new Error('Nothing was read.')
  const graphs = keep('Graphs')
  const known = JSON.parse(graphs.text) as [number, number][]
  const wrong = known.filter(([address, count]) => heap.object(address)?.count !== count).length
  return [
    { what: 'X-ray: count, type and size of 10,000 objects', value: median(reads), unit: 'ms', atMost: 20, samples: { reads } },
    { what: 'counts that differ from the true ones, over 10,000 random graphs', value: wrong, unit: 'count', atMost: 0, samples: { objects: [known.length] } },
  ]
}

/** Exactly 1,000 lines are run. */
const thousandLines = `
class Box: pass
boxes = {}
def put(name):
    box = Box()
    box.name = name
    boxes[name % 20] = box
for number in range(199):
    put(number)
    last = boxes[number % 20]
`

async function stepping(times: number): Promise<Row[]> {
  const session = openNodeSession()
  try {
    const [stepped, plain] = await byTurns(times, () => timeOf(session, { objects: {} }), () => timeOf(session, {}))
    return [
      { what: 'a stepped run of 1,000 lines', value: median(stepped), unit: 'ms', atMost: 2000, samples: { stepped } },
      { what: 'a stepped run of 1,000 lines ÷ the plain run', value: median(stepped) / median(plain), unit: 'ratio', atMost: 50, samples: { stepped, plain } },
    ]
  }
  finally {
    session.dispose()
  }
}

/** Milliseconds from the run's first line to its end. */
async function timeOf(session: Session, how: Partial<RunRequest>): Promise<number> {
  const scenes: WireScene[] = []
  const run = session.run({ file: 'bench.py', source: thousandLines, ...how }, {
    output: () => {}, cut: () => {}, started: () => {}, input: async () => null, objects: more => scenes.push(...more),
  })
  const result = await run.result
  if (result.kind !== 'done') throw new Error(`The bench's program did not end well: ${JSON.stringify(result)}`)
  if (how.objects && scenes.length < 990) throw new Error(`Only ${scenes.length} steps were told.`)
  return result.duration
}

function draw(page: Page, count: number): Promise<number> {
  return page.evaluate(count => (window as unknown as { drawing: { draw: (count: number) => Promise<number> } }).drawing.draw(count), count)
}

async function drawing(times: number): Promise<Row[]> {
  const served = await servePage('drawing')
  const browser = await launchChromium()
  try {
    const drawn: number[] = []
    for (let time = 0; time < times; time++) {
      const page = await browser.newPage({ viewport: { width: 980, height: 552 } })
      await page.goto(served.url)
      await page.waitForFunction(() => 'drawing' in window)
      // As on a slide, whose own picture is there before a larger one is.
      await draw(page, 20)
      drawn.push(await draw(page, 200))
      await page.close()
    }
    return [{ what: 'a graph of 200 objects, laid out and drawn', value: median(drawn), unit: 'ms', atMost: 100, samples: { drawn } }]
  }
  finally {
    await browser.close()
    await served.close()
  }
}
