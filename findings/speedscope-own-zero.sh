#!/usr/bin/env bash
# Speedscope, and two threads of one trace. Needs a Chromium (CHROMIUM_PATH, or `chromium`).
# Guess: what happened at the same time in two threads stands at the same place in both.
# Seen: Speedscope 1.25.0 begins each thread at its own first event, which becomes 0. A thread that started 90 ms after
#       the other is shown as if it had started with it, and nothing on the page tells by how much it was moved.
set -euo pipefail
chromium=${CHROMIUM_PATH:-$(command -v chromium || command -v google-chrome)}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund speedscope@1.25.0 playwright-core@1.65.1
cat > run.mjs <<'SCRIPT'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const slice = (tid, name, ts, dur) => ({ name, ph: 'X', cat: 'thread', pid: 1, tid, ts, dur })
const events = [slice(1, 'early', 0, 100_000), slice(2, 'late', 90_000, 10_000)]
const script = resolve('profile.js')
writeFileSync(script, `speedscope.loadFileFromBase64('t.json', '${Buffer.from(JSON.stringify({ traceEvents: events })).toString('base64')}')`)
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] })
const page = await browser.newPage()
let saved = null
page.once('download', download => void (saved = download))
await page.goto(`${pathToFileURL('node_modules/speedscope/dist/release/index.html').href}#localProfilePath=${script}`)
for (let tries = 0; !saved && tries < 120; tries++) {
  await page.keyboard.press('Control+s')
  await page.waitForTimeout(500)
}
for (const { name, startValue, endValue } of JSON.parse(readFileSync(await saved.path(), 'utf8')).profiles) console.log(`${name}: ${startValue} to ${endValue} µs`)
await browser.close()
SCRIPT
seen=$(node run.mjs "$chromium")
echo "speedscope 1.25.0"
echo "$seen"
[ "$seen" = 'pid 1, tid 1: 0 to 100000 µs
pid 1, tid 2: 0 to 10000 µs' ]
