import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, as an absolute path that ends in a separator. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Slidev's own command, a program for Node. */
export const slidev = join(root, 'node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs')
