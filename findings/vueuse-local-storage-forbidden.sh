#!/usr/bin/env bash
# Guess: where a browser forbids storage (the getter of window.localStorage raises SecurityError), VueUse's useStorage and its
#        shorthands useLocalStorage and useSessionStorage all hand the error to `onError` and give a ref that is not kept.
# Seen:  only useStorage does. The shorthands read window.localStorage themselves, before useStorage's try, so they throw at the
#        call, `onError` or not; as a constant of a module (as in Slidev's client) that leaves a whole page blank.
# Exits 1 if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @vueuse/core@15.0.0 vue@3.5.45 >/dev/null
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs'
const forbidden = { configurable: true, get() { throw new DOMException('Access is denied for this document.', 'SecurityError') } }
globalThis.document = { addEventListener() {}, createElement: () => ({}) }
globalThis.window = Object.defineProperties({ document, addEventListener() {}, removeEventListener() {} }, { localStorage: forbidden, sessionStorage: forbidden })
const { useStorage, useLocalStorage, useSessionStorage } = await import('@vueuse/core')
console.log('@vueuse/core', JSON.parse(readFileSync('node_modules/@vueuse/core/package.json', 'utf8')).version)
const seen = Object.entries({
  useStorage: options => useStorage('key', 'initial', undefined, options),
  useLocalStorage: options => useLocalStorage('key', 'initial', options),
  useSessionStorage: options => useSessionStorage('key', 'initial', options),
}).map(([name, call]) => {
  let told = 0
  try {
    const value = call({ onError: () => void told++ }).value
    return `${name}: gives '${value}', onError called ${told} times`
  }
  catch (error) {
    return `${name}: throws ${error.name}, onError called ${told} times`
  }
})
console.log(seen.join('\n'))
const expected = ['useStorage: gives \'initial\', onError called 1 times', 'useLocalStorage: throws SecurityError, onError called 0 times', 'useSessionStorage: throws SecurityError, onError called 0 times']
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1)
JS
node look.mjs
