#!/usr/bin/env bash
# An exception that a callback of sys.monitoring raises at a JUMP, inside a `try`.
# Guess: the `try` around the loop handles it, as it does where the callback of another event raises (here: LINE).
# Seen: no `try` of the function whose loop it is handles it; the function is left at once. Its caller can handle it.
# Both offsets, of the jump and of where it goes, lie in the range of the exception table's entry.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > jump.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}, CPython ${pyodide.runPython('import sys; sys.version.split()[0]')}`)
pyodide.runPython(`
monitoring = sys.monitoring
events = monitoring.events
left = 0

def called(*arguments):
    global left
    left -= 1
    if left == 0:
        raise TimeoutError

def loop():
    value = 0
    try:
        while True:
            value += 1
    except TimeoutError:
        return "handled in the function"

monitoring.use_tool_id(4, "example")
for name in ("LINE", "JUMP"):
    event = getattr(events, name)
    monitoring.register_callback(4, event, called)
    monitoring.set_local_events(4, loop.__code__, event)
    left = 10
    try:
        print(name, loop())
    except TimeoutError:
        print(name, "handled by the caller only")
`)
JS
seen=$(node jump.mjs)
echo "$seen"
wanted="Pyodide 314.0.7, CPython 3.14.2
LINE handled in the function
JUMP handled by the caller only"
[ "$seen" = "$wanted" ] || { echo "This has changed."; exit 1; }
