#!/usr/bin/env bash
# Two calls of a Python function by callPromising, each parked by run_sync on a WebAssembly stack of its own.
# Guess: what asyncio's tasks on one thread have: each its own context variables, or, since nothing copies a context here, both shared.
# Seen: they have context variables of their own, and share threading.local, the thread's ident and the entry in
# sys._current_frames(): what libraries keep "for this thread" is overwritten by whoever came last.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > stacks.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}, CPython ${pyodide.runPython('import sys; sys.version.split()[0]')}`)
const visit = pyodide.runPython(`
import contextvars, decimal, threading
from pyodide.ffi import run_sync
name, of_thread = contextvars.ContextVar("name"), threading.local()
def visit(own, gate):
    name.set(own)
    of_thread.name = own
    decimal.getcontext().prec = len(own)
    run_sync(gate)
    return f"{own}: context variable {name.get()}, threading.local {of_thread.name}, decimal's precision {decimal.getcontext().prec}, {len(sys._current_frames())} thread"
visit`)
let open
const gate = new Promise(resolve => (open = resolve))
const both = [visit.callPromising('one', gate), visit.callPromising('other', gate)]
setTimeout(open, 50)
console.log((await Promise.all(both)).join('\n'))
JS
node stacks.mjs | tee seen.txt
grep -q "^one: context variable one, threading.local other, decimal's precision 3, 1 thread$" seen.txt
grep -q "^other: context variable other, threading.local other, decimal's precision 5, 1 thread$" seen.txt
