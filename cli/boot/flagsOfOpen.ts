/** What Emscripten asks of `process.binding`, the flags of open(2), which `node:fs` has as well: Node's permission model forbids the former. */
import { constants } from 'node:fs'
import process from 'node:process'

export function giveFlagsOfOpen(): void {
  if (process.permission) Object.assign(process, { binding: () => ({ fs: constants }) })
}
