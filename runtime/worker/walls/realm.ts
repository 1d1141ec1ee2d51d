/**
 * The wall around a worker: once it has what it needs, nothing in its global scope leads to its host any more.
 *
 * Python reaches JavaScript's objects in more ways than can be counted (`js`, what a proxy's attributes lead to, C functions called by
 * address). So it is not the ways that are closed, but what they lead to: requests, storage, channels, other workers, the making of code.
 */

/** What stays beside the language itself: it computes, or waits, and reaches nobody. */
const kept = new Set(`Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp
  Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError globalThis JSON Math Intl Temporal
  ArrayBuffer SharedArrayBuffer Atomics DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array BigInt Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator
  AsyncIterator Proxy Reflect DisposableStack AsyncDisposableStack decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  eval isFinite isNaN WebAssembly TextDecoder TextEncoder Performance performance console crypto Crypto queueMicrotask setTimeout clearTimeout
  setInterval clearInterval MessageChannel MessagePort MessageEvent Event EventTarget DOMException URL Blob self constructor`.split(/\s+/))

const sentence = 'A program has its own interpreter and nothing else of its host: it cannot make JavaScript of text.'

/** Stands in the place of whatever makes code of text. */
function refuse(): never {
  throw new EvalError(sentence)
}

/** Takes from this worker's global scope what leads out of it. There is no way back. */
export function closeRealm(): void {
  const scope: object = globalThis
  const { language = 'en', hardwareConcurrency = 1 } = globalThis.navigator
  for (let level = scope; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    for (const name of Object.getOwnPropertyNames(level)) if (!kept.has(name)) remove(level, name)
  }
  put('WorkerGlobalScope', class WorkerGlobalScope {})
  put('navigator', Object.freeze({ language, hardwareConcurrency }))
  closeCode()
}

/** Targets of events need what they inherit; the scope itself has it hidden. */
function remove(level: object, name: string): void {
  const isCommon = typeof EventTarget === 'function' && level === EventTarget.prototype
  if (isCommon || !Reflect.deleteProperty(level, name)) put(name, undefined)
}

function put(name: string, value: unknown): void {
  Reflect.defineProperty(globalThis, name, { value, writable: false, enumerable: false, configurable: false })
}

/** No text becomes code, be it by `eval`, by a constructor of functions, or by a timer. */
function closeCode(): void {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}]
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: refuse, writable: false, configurable: false })
  }
  const { setTimeout, setInterval } = globalThis
  put('eval', refuse)
  put('Function', Object.defineProperty(() => refuse(), 'prototype', { value: Function.prototype }))
  put('setTimeout', (todo: unknown, ...rest: [number]) => typeof todo === 'function' ? setTimeout(todo as () => void, ...rest) : refuse())
  put('setInterval', (todo: unknown, ...rest: [number]) => typeof todo === 'function' ? setInterval(todo as () => void, ...rest) : refuse())
}
