#!/usr/bin/env bash
# DevTools' trace engine, and a run whose first event is at time 0.
# Guess: the bounds of a trace are those of its events, from the first `ts` to the last end.
# Seen: @paulirish/trace_engine 0.0.65 takes the smallest `ts` that is not 0 for the beginning. An event of the
#       program at 0 lies outside, and the run is shorter by what lies between the two. (0 is what metadata events have.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @paulirish/trace_engine@0.0.65
cat > run.mjs <<'SCRIPT'
globalThis.DOMRect ??= class {}
const { Processor } = await import('@paulirish/trace_engine')
const slice = (name, ts, dur) => ({ name, ph: 'X', cat: 'thread', pid: 1, tid: 1, ts, dur, args: {} })
for (const start of [0, 1]) {
  const engine = Processor.TraceProcessor.createWithAllHandlers()
  await engine.parse([slice('first', start, 10_000), slice('second', start + 10_000, 5_000)], {})
  const { min, max, range } = engine.data.Meta.traceBounds
  console.log(`begins at ${start}: ${min} to ${max}, ${range} µs of 15000`)
}
SCRIPT
seen=$(node run.mjs)
echo "@paulirish/trace_engine 0.0.65"
echo "$seen"
[ "$seen" = 'begins at 0: 10000 to 15000, 5000 µs of 15000
begins at 1: 1 to 15001, 15000 µs of 15000' ]
