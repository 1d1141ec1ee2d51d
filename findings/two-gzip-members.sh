#!/usr/bin/env bash
# Streams of the web that unpack gzip, and a file of several members, as `cat one.gz two.gz` makes it.
# Guess: Node builds DecompressionStream on its zlib, so it gives the text of all members, as `gunzipSync` and gzip itself do.
# Seen: gunzipSync gives both; DecompressionStream takes the second member for junk, and fails after the first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund node@26.10.0
[ -x node_modules/node/bin/node ] || (cd node_modules/node && node installArchSpecificPackage.js)
cat > main.mjs <<'JS'
import { gunzipSync, gzipSync } from 'node:zlib'
const file = Buffer.concat([gzipSync('one '), gzipSync('two')])
const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))
const streamed = await new Response(unpacked).text().catch(({ name, message }) => `${name}: ${message}`)
console.log(`gunzipSync: ${gunzipSync(file)}; DecompressionStream: ${streamed}`)
JS
echo "Node $(node_modules/node/bin/node --version)"
seen=$(node_modules/node/bin/node main.mjs)
echo "$seen"
[ "$seen" = 'gunzipSync: one two; DecompressionStream: TypeError: Trailing junk found after the end of the compressed stream' ]
