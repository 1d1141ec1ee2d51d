import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

interface Kind {
  /** Seconds that one test may take: many, since a machine may be busy; it is for what hangs. */
  seconds: number
  /** Test files that may run at once; one where the clock or the whole machine is measured. */
  workers: number
}

/** One project a kind of test, slowest last; each is a folder of tests/. */
const kinds: Record<string, Kind> = {
  unit: { seconds: 60, workers: 2 },
  engine: { seconds: 600, workers: 2 },
  exercises: { seconds: 600, workers: 2 },
  browser: { seconds: 300, workers: 1 },
  deck: { seconds: 1200, workers: 1 },
  paper: { seconds: 900, workers: 1 },
  offline: { seconds: 600, workers: 1 },
}

export default defineConfig({
  root,
  plugins: [vue()],
  resolve: { alias: { '@/': root } },
  test: {
    // Of tests in one file that go on at once, so that two cores are not too few.
    maxConcurrency: 2,
    projects: Object.entries(kinds).map(([name, { seconds, workers }], index) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        pool: 'forks',
        testTimeout: seconds * 1000,
        // One of two thousand may meet a moment that nobody thought of; `npm test` names it.
        retry: 1,
        // What is waited for may take long on a busy machine.
        expect: { poll: { timeout: 90_000 } },
        // Hooks build decks, which takes long on a busy machine.
        hookTimeout: 600_000,
        teardownTimeout: 10_000,
        maxWorkers: workers,
        sequence: { groupOrder: index },
      },
    })),
  },
})
