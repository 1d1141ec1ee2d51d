#!/usr/bin/env bash
# Node's permission model and worker threads.
# Guess: permissions are the process's: what a worker drops, the main thread has lost too (and Node's pages long said that workers inherit none).
# Seen: a worker starts with the permissions of its parent, and `process.permission.drop()` in it binds that thread alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund node@26.10.0
[ -x node_modules/node/bin/node ] || (cd node_modules/node && node installArchSpecificPackage.js)
cat > main.mjs <<'JS'
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
const may = () => process.permission.has('fs.read')
if (isMainThread) {
  new Worker(fileURLToPath(import.meta.url)).on('message', worker => console.log(`${worker}; main thread ${may()}`))
}
else {
  const before = may()
  process.permission.drop('fs.read')
  parentPort.postMessage(`worker ${before}, then ${may()}`)
}
JS
echo "Node $(node_modules/node/bin/node --version)"
seen=$(node_modules/node/bin/node --permission '--allow-fs-read=*' --allow-worker main.mjs 2> /dev/null)
echo "May read files: $seen"
[ "$seen" = 'worker true, then false; main thread true' ]
