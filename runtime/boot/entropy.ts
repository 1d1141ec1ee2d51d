/**
 * The random numbers of the machine, as a program gets them: `os.urandom`, and with it `uuid4`, `secrets`, the names of temporary
 * files, every `Random()` without a seed. In virtual time they follow from the run's seed, so a run can be repeated.
 */

/** The state of the generator; null where numbers are the machine's own. */
let state: number | null = null

/** Lets numbers follow from a seed from now on, or from nothing. */
export function drawLots(seed: number | null | undefined): void {
  state = seed ?? null
}

/** Fills bytes where numbers follow from a seed; returns whether they do. */
export function fillByLot(bytes: () => Uint8Array): boolean {
  if (state === null) return false
  const target = bytes()
  for (let place = 0; place < target.length; place++) target[place] = next() >>> 24
  return true
}

/** SplitMix32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#splitmix32 */
function next(): number {
  state = state! + 0x9E3779B9 | 0
  let mixed = state ^ state >>> 16
  mixed = Math.imul(mixed, 0x21F0AAAD)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x735A2D97)
  return mixed ^ mixed >>> 15
}
