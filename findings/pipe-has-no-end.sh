#!/usr/bin/env bash
# A pipe of Pyodide's whose write end is closed.
# Guess: as on every POSIX system, `select` calls the read end readable and `os.read` returns b'', the end of file.
# Seen: `select` finds nothing and `os.read` raises BlockingIOError, though the pipe is in blocking mode; and `select`
# with a time-out of a second returns at once. Who waits for the end of a pipe waits for ever.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > pipe.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}`)
pyodide.runPython(`
import os, select, time
reader, writer = os.pipe()
begun = time.monotonic()
print("empty:", select.select([reader], [], [], 1), "at once" if time.monotonic() - begun < 0.5 else "after the time-out")
os.write(writer, b"x")
print("written:", select.select([reader], [], [], 0), os.read(reader, 1))
os.close(writer)
print("closed:", select.select([reader], [], [], 0), "blocking mode:", os.get_blocking(reader))
try:
    print(os.read(reader, 1))
except BlockingIOError as error:
    print("read:", type(error).__name__)
`)
JS
seen=$(node pipe.mjs)
echo "$seen"
wanted="Pyodide 314.0.7
empty: ([], [], []) at once
written: ([3], [], []) b'x'
closed: ([], [], []) blocking mode: True
read: BlockingIOError"
[ "$(sed "s/\[[0-9][0-9]*\]/[3]/" <<<"$seen")" = "$wanted" ] || { echo "This has changed."; exit 1; }
