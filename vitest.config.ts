import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

interface Kind {
  /** Seconds that one test may take. */
  seconds: number
  /** Test files that may run at once; one where the clock or the whole machine is measured. */
  workers: number
}

/** One project a kind of test, slowest last; each is a folder of tests/. */
const kinds: Record<string, Kind> = {
  unit: { seconds: 10, workers: 2 },
  engine: { seconds: 120, workers: 2 },
  exercises: { seconds: 600, workers: 2 },
  browser: { seconds: 90, workers: 1 },
  deck: { seconds: 600, workers: 1 },
  paper: { seconds: 300, workers: 1 },
  offline: { seconds: 180, workers: 1 },
}

export default defineConfig({
  root,
  plugins: [vue()],
  resolve: { alias: { '@/': root } },
  test: {
    projects: Object.entries(kinds).map(([name, { seconds, workers }], index) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        pool: 'forks',
        testTimeout: seconds * 1000,
        hookTimeout: seconds * 1000,
        teardownTimeout: 10_000,
        maxWorkers: workers,
        sequence: { groupOrder: index },
      },
    })),
  },
})
