import { existsSync, readdirSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { root } from '../root.ts'

/**
 * Whether a folder may be emptied to be written anew: it does not exist, is empty, or holds what `isOurs` knows as made by us.
 * Never the project's own folder, nor one that the project lies in, nor a file.
 */
export function isReplaceable(folder: string, isOurs: (names: string[]) => boolean): boolean {
  if (!existsSync(folder)) return true
  if (!statSync(folder).isDirectory()) return false
  const names = readdirSync(folder)
  const apart = relative(root, folder) !== '' && !(root + sep).startsWith(folder + sep)
  return names.length === 0 || (apart && isOurs(names))
}
