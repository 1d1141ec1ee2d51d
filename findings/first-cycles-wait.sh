#!/usr/bin/env bash
# When the collector of CPython 3.14.2 first collects garbage, in a heap that already holds a library.
# Guess: after some 2,000 new objects, the threshold that gc.get_threshold() tells.
# Seen: the pass that marks what is alive is taken for work done, twice; as many new objects must come first. With the
# library frozen (gc.freeze) the first garbage is collected within a few thousand. CPython 3.14.10 has its generations back.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > cycles.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}, CPython ${pyodide.runPython('import sys; sys.version.split()[0]')}`)
pyodide.runPython(`
import asyncio, concurrent.futures, dataclasses, gc, typing, unittest, xml.dom.minidom

class Node:
    def __del__(self):
        global dead
        dead += 1

def cycles_until_first_death():
    global dead
    dead = made = 0
    while not dead and made < 1_000_000:
        node = Node()
        node.me = node
        made += 1
    return made

gc.collect()
alive = len(gc.get_objects())
made = cycles_until_first_death()
print("threshold", gc.get_threshold()[0])
print("beside the library: as many as are alive, or more" if made > alive else f"beside the library: {made}, of {alive} alive")
gc.collect()
gc.freeze()
made = cycles_until_first_death()
print("with the library frozen: within three thresholds" if made < 3 * gc.get_threshold()[0] else f"with the library frozen: {made}")
`)
JS
seen=$(node cycles.mjs)
echo "$seen"
wanted="Pyodide 314.0.7, CPython 3.14.2
threshold 2000
beside the library: as many as are alive, or more
with the library frozen: within three thresholds"
[ "$seen" = "$wanted" ] || { echo "This has changed."; exit 1; }
