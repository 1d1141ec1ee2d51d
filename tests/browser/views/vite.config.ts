import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const project = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** The fixture is served with the project's own assets, and keeps nothing in its own folder. */
export default defineConfig({ publicDir: project('public'), cacheDir: project('node_modules/.vite/fixture') })
