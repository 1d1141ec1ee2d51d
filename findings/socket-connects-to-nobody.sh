#!/usr/bin/env bash
# `socket.create_connection` in Pyodide, to a port where nobody listens, and the address of a name that cannot exist.
# Guess: there are no sockets in WebAssembly, so it raises OSError at once; or ConnectionRefusedError, as everywhere.
# Seen: it returns a socket that says it is connected and names its peer; sending times out only then. A name under
# .invalid, which no server may ever know (RFC 6761), has an address, made up by Emscripten. Code that falls back to
# something else where it cannot connect never does.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat > connect.mjs <<'JS'
import { loadPyodide } from 'pyodide'
const pyodide = await loadPyodide()
console.log(`Pyodide ${pyodide.version}`)
pyodide.runPython(`
import socket
connection = socket.create_connection(("127.0.0.1", 9), timeout=1)
print("connected to", connection.getpeername())
try:
    print("sent", connection.send(b"x"))
except OSError as error:
    print("send:", type(error).__name__)
print("nowhere.invalid is at", socket.getaddrinfo("nowhere.invalid", 80)[0][4])
`)
process.exit(0)
JS
seen=$(node connect.mjs 2>/dev/null)
echo "$seen"
wanted="Pyodide 314.0.7
connected to ('127.0.0.1', 9)
send: TimeoutError
nowhere.invalid is at ('172.29.1.0', 80)"
[ "$seen" = "$wanted" ] || { echo "This has changed."; exit 1; }
