#!/usr/bin/env bash
# How often CPython looks whether to let go of the GIL (in Pyodide it counts these looks down, so they can be read).
# Guess: once after each call of something in C, so `n = len(rows); rows.append(n)` can lose the interpreter at each of its calls.
# Seen: a call of len, isinstance, list.append or of type with one argument is a look the first times only; once CPython has
# specialised the instruction, it is none. abs, str, tuple and dict.get go on being one. What loses an update when it runs for
# the first time may not when it is warm.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > looks.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}, CPython ${pyodide.runPython('import sys; sys.version.split()[0]')}`)
const memory = pyodide._module
const count = memory.__Py_emscripten_signal_clock >> 2
pyodide.setInterruptBuffer(new Uint8Array(1)) // only then are they counted
pyodide.globals.set('wind', () => void (memory.HEAP32[count] = 1_000_000))
pyodide.globals.set('left', () => memory.HEAP32[count])
console.log(pyodide.runPython(`
def looks(call, turns):
    names = {}
    exec(f"def once(rows, table):\\n    {call}\\ndef loop(turns, rows, table):\\n    for _ in range(turns): {call}", names)
    def counted(function, *arguments):
        wind()
        begin = left()
        function(*arguments)
        return begin - left()
    def nothing(*arguments): pass
    around = counted(nothing)
    cold = counted(names["once"], [], {}) - around
    names["loop"](1000, [], {})
    wind()
    begin = left()
    names["loop"](1000, [], {})
    warm = (begin - left()) // 1000 - 1  # but for the turn of the loop
    return f"{call}: cold {cold}, warm {warm}"
"\\n".join(looks(call, 1000) for call in ("len(rows)", "isinstance(rows, list)", "rows.append(1)", "type(rows)", "abs(1)", "str(1)", "tuple(rows)", "table.get(1)"))
`))
JS
node looks.mjs | tee seen.txt
for call in 'len(rows)' 'isinstance(rows, list)' 'rows.append(1)' 'type(rows)'; do grep -qF "$call: cold 1, warm 0" seen.txt; done
for call in 'abs(1)' 'str(1)' 'tuple(rows)' 'table.get(1)'; do grep -qF "$call: cold 1, warm 1" seen.txt; done
