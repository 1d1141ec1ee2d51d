import { defineConfig } from 'vite'

export default defineConfig({
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['pyodide'] },
  // What runs in the presenter's window, for the audience's windows: composables/useSharedRuns.ts
  slidev: { serverRef: { state: { cells: { runs: {}, beat: 0 } } } },
})
