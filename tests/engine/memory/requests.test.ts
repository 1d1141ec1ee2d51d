/** What a program asks of its allocator, in the sizes of a 64-bit build, is what CPython 3.14 was seen to ask. */
import { expect, test } from 'vitest'
import type { PyodideAPI } from 'pyodide'
import recorded from '../../../recordings/measured/requests.py314.json' with { type: 'json' }
import { noteRequests, requestWidth } from '../../../runtime/memory/requests/requests.ts'
import { openHeap } from '../../../runtime/memory/heap/openHeap.ts'
import { openInterpreter } from '../interpreter.ts'

const prepare = `
import sys, gc, types
from array import array
from lab.switching.code_objects import code_objects
where = array("i", [0])
code = compile(source, "program.py", "exec", dont_inherit=True)
main = types.ModuleType("__main__")
sys.modules["__main__"] = main
main.__builtins__ = sys.modules["builtins"]
def at_line(_code, line):
    where[0] = line
LINE = sys.monitoring.events.LINE
sys.monitoring.use_tool_id(5, "requests")
sys.monitoring.register_callback(5, LINE, at_line)
for part in code_objects(code):
    sys.monitoring.set_local_events(5, part, LINE)
where.buffer_info()[0]
`

/** By line: `+48`, `-48`, `~48:96`, as the recording has them. */
function requestsOf(pyodide: PyodideAPI, source: string): Map<number, string[]> {
  const opened = openHeap(pyodide)
  if ('problem' in opened) throw new Error(opened.problem)
  pyodide.globals.set('source', source)
  const { noted } = noteRequests(pyodide, opened.heap, pyodide.runPython(prepare) as number, null)
  pyodide.runPython('gc.collect()\nexec(code, main.__dict__)\nwhere[0] = 0')
  const told = [...noted]
  const lines = new Map<number, string[]>()
  const sizes = new Map<number, number>()
  for (let place = 0; place < told.length; place += requestWidth) {
    const [kind, block, , size, line] = told.slice(place, place + requestWidth) as [number, number, number, number, number]
    if (line !== 0) lines.set(line, [...lines.get(line) ?? [], kind === 0 ? `+${size}` : kind === 1 ? `-${size}` : `~${sizes.get(block)}:${size}`])
    sizes.set(block, size)
  }
  return lines
}

/** As the allocator sees them: by class of 16 bytes; what is larger than 512 goes to malloc. */
const byClass = (requests: string[]) => requests.map(text => text.replace(/\d+/g, digits => Number(digits) > 512 ? 'large' : String(Math.ceil(Number(digits) / 16))))

test('line by line, request by request', async () => {
  const lines = requestsOf(await openInterpreter(), recorded.snippet)
  const known = Object.entries(recorded.figures).map(([line, text]) => [Number(line), text.split(' ')] as const)
  const differing = known.filter(([line, requests]) => byClass(lines.get(line) ?? []).join() !== byClass(requests).join())
  // Of builtin types no size differs. Where sequences do, CPython 3.14.2 and 3.14.10 differ, or what was in their caches.
  expect(differing.map(([line]) => line)).toEqual([10, 13, 24, 32])
  const count = (rows: Iterable<readonly [number, string[]]>) => [...rows].reduce((sum, [, requests]) => sum + requests.length, 0)
  expect(Math.abs(count(lines) - count(known)) / count(known)).toBeLessThan(0.005)
  expect(known.length).toBeGreaterThan(40)
})
