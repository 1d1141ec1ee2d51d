/**
 * Output on its way out of the interpreter, in few messages, whatever the program prints.
 *
 * A line goes out at once while the program has tokens left (a bucket of 100, one more every 20 ms);
 * one that prints faster is gathered: up to 64 kB or 40 ms, whichever comes first. The bytes kept are
 * bounded, what is beyond is only counted, so a flood makes some 500 messages in all and then at most
 * 25 a second: no credits are needed, and printing never has to wait for the page.
 */

import type { OutputMessage } from '../border/messages.ts'
import { realNow } from './time.ts'

const batchBytes = 64 * 1024
const batchTime = 40
const bucket = 100
const refill = 20

export interface OutputBuffer {
  /** Takes bytes that the program wrote; the array is not kept. */
  write: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void
  /** Sends what is held back. */
  flush: () => void
  /** Sends what is held back if it has waited long enough. */
  flushIfDue: () => void
}

/** `flushIfDue` is to be called while the program computes; beyond `keptBytes` output is only counted. */
export function createOutputBuffer(send: (message: OutputMessage) => void, keptBytes: number): OutputBuffer {
  let buffer = new Uint8Array(batchBytes)
  let length = 0
  let runs: number[] = []
  let lines = 0
  let total = 0
  let sentTotal = 0
  let kept = 0
  let tokens = bucket
  let lastSent = realNow()
  let holding = false

  function flush(): void {
    if (length === 0 && total === sentTotal) return
    const now = realNow()
    tokens = Math.min(bucket, tokens + (now - lastSent) / refill) - 1
    lastSent = now
    sentTotal = total
    const bytes = length > batchBytes / 2 ? buffer.subarray(0, length) : buffer.slice(0, length)
    if (length > batchBytes / 2) buffer = new Uint8Array(batchBytes)
    const message = { bytes, runs, lines, total }
    length = 0
    runs = []
    holding = false
    send(message)
  }

  function keep(sign: 1 | -1, bytes: Uint8Array): void {
    let rest = bytes.subarray(0, Math.max(0, keptBytes - kept))
    kept += rest.length
    while (rest.length > 0) {
      const part = rest.subarray(0, batchBytes - length)
      buffer.set(part, length)
      length += part.length
      const last = runs.length - 1
      if (last >= 0 && Math.sign(runs[last]!) === sign) runs[last]! += sign * part.length
      else runs.push(sign * part.length)
      rest = rest.subarray(part.length)
      if (length === batchBytes) flush()
    }
  }

  return {
    write(stream, bytes) {
      total += bytes.length
      for (const byte of bytes) if (byte === 10) lines++
      keep(stream === 'stdout' ? 1 : -1, bytes)
      const waited = realNow() - lastSent
      if (waited >= batchTime || tokens + waited / refill >= 1) flush()
      else holding = true
    },
    flush,
    flushIfDue() {
      if (holding && realNow() - lastSent >= batchTime) flush()
    },
  }
}
