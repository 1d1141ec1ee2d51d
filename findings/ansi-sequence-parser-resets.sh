#!/usr/bin/env bash
# ansi-sequence-parser 1.1.3 (as Shiki uses it): what ESC[m does, what 31;0 and ESC[K do.
# Guess: as at a terminal. ESC[m is ESC[0m; codes of one sequence hold in their order, so that 31;0 ends without a
#        colour; a sequence that is no SGR, such as ESC[K, is left out, and the text after it stays.
# Seen:  ESC[m changes nothing. Of 31;0 the reset is done first, so that the text is red. After ESC[K all text up to the
#        next letter m is swallowed, as part of the sequence.
# So:    normalise sequences before this parser gets them (composables/ansiText.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit ansi-sequence-parser@1.1.3 >/dev/null
cat > seen.mjs <<'JS'
import { parseAnsiSequences } from 'ansi-sequence-parser'
const look = text => parseAnsiSequences(text).map(({ value, foreground }) => `${value}:${foreground?.name ?? 'plain'}`).join(' | ')
console.log('version 1.1.3')
console.log('ESC[31m red ESC[m after  →', look('\x1b[31mred\x1b[mafter'))
console.log('ESC[31;0m text           →', look('\x1b[31;0mtext'))
console.log('one ESC[K two meters     →', look('one\x1b[Ktwo meters'))
JS
node seen.mjs | tee seen.txt
diff - seen.txt <<'SEEN'
version 1.1.3
ESC[31m red ESC[m after  → red:red | after:red
ESC[31;0m text           → text:red
one ESC[K two meters     → one:plain | eters:plain
SEEN
