#!/usr/bin/env bash
# Speedscope, and slices that touch at times with a decimal fraction. Needs a Chromium (CHROMIUM_PATH, or `chromium`).
# Guess: where one complete event ends at 1.7 µs and the next begins at 1.7 µs, they stand side by side.
# Seen: Speedscope 1.25.0 adds `ts` and `dur`, and the sum is often a little more than the next `ts` (1.7 + 0.7 is
#       2.4 only on paper). It then takes the next for nested in the one before, without a word, and leaves some open to the very end.
#       Whole microseconds, or eighths, add up exactly and stand side by side.
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

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] })
for (const [unit, step] of [['tenths', 0.7], ['eighths', 0.75]]) {
  const round = time => Math.round(time * 1000) / 1000
  const events = Array.from({ length: 400 }, (_, turn) => ({ name: turn % 2 ? 'b' : 'a', ph: 'X', cat: 'gil', pid: 1, tid: 1, ts: round(1 + turn * step), dur: step }))
  // Handed over as its own command does it: a script that calls the page. Control+S then saves what it made of the trace.
  const script = resolve('profile.js')
  writeFileSync(script, `speedscope.loadFileFromBase64('t.json', '${Buffer.from(JSON.stringify({ traceEvents: events })).toString('base64')}')`)
  const page = await browser.newPage()
  let saved = null
  page.once('download', download => void (saved = download))
  await page.goto(`${pathToFileURL('node_modules/speedscope/dist/release/index.html').href}#localProfilePath=${script}`)
  for (let tries = 0; !saved && tries < 120; tries++) {
    await page.keyboard.press('Control+s')
    await page.waitForTimeout(500)
  }
  const [profile] = JSON.parse(readFileSync(await saved.path(), 'utf8')).profiles
  let depth = 0, deepest = 0
  for (const { type } of profile.events) deepest = Math.max(deepest, depth += type === 'O' ? 1 : -1)
  const late = profile.events.filter(({ type, at }) => type === 'C' && at === profile.endValue).length
  console.log(`${unit}: slices lie ${deepest} deep, ${late} end with the last`)
  await page.close()
}
await browser.close()
SCRIPT
seen=$(node run.mjs "$chromium")
echo "speedscope 1.25.0"
echo "$seen"
grep -q '^eighths: slices lie 1 deep, 1 end with the last$' <<<"$seen"
grep -qE '^tenths: slices lie ([2-9]|[1-9][0-9]+) deep' <<<"$seen"
