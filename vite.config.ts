import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { mendedSlidev } from './setup/mendedSlidev.ts'
import { roomGuard } from './setup/room/guard.ts'

/** Slidev starts Twoslash's pop-ups, which this deck has not, and which complain in the console. */
const withoutTwoslash: Plugin = {
  name: 'without-twoslash',
  enforce: 'pre',
  resolveId: id => id === '@shikijs/vitepress-twoslash/client' ? '\0without-twoslash' : undefined,
  load: id => id === '\0without-twoslash' ? 'export default { install() {} }' : undefined,
}

/**
 * Scripts that stand beside the page's modules, since they are for when those cannot run. A deferred one runs in its place
 * among the modules, so before the first; the other at once, before anything else is asked for.
 */
const early = { 'arrival.js': {}, 'storage.js': { defer: true } }
const sourceOf = (name: string) => readFileSync(new URL(`./offline/${name}`, import.meta.url), 'utf8')

const earlyScripts: Plugin = {
  name: 'early-scripts',
  configureServer(server) {
    for (const name of Object.keys(early)) {
      server.middlewares.use(`/${name}`, (_, response) => void response.setHeader('Content-Type', 'text/javascript').end(sourceOf(name)))
    }
  },
  generateBundle() {
    for (const name of Object.keys(early)) this.emitFile({ type: 'asset', fileName: name, source: sourceOf(name) })
  },
  transformIndexHtml: () => Object.entries(early).map(([name, how]) => ({ tag: 'script', attrs: { src: `./${name}`, ...how }, injectTo: 'head-prepend' })),
}

export default defineConfig({
  plugins: [roomGuard(), earlyScripts, mendedSlidev, withoutTwoslash],
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['pyodide'],
    // Found by the development server only once a slide asks for them, when it would reload the page.
    include: [
      '@codemirror/autocomplete', '@codemirror/commands', '@codemirror/lang-python', '@codemirror/language', '@codemirror/merge',
      '@codemirror/state', '@codemirror/view', '@dagrejs/dagre', '@fix-webm-duration/fix', '@lezer/highlight', '@shikijs/engine-javascript',
      'ansi-sequence-parser', 'ansis', 'comlink', 'd3-scale', 'fflate', 'file-saver', 'minisearch', 'recordrtc', 'workbox-window', 'zod',
    ],
  },
  // What runs in the presenter's window, for the audience's windows: composables/run/useSharedRuns.ts
  slidev: { serverRef: { state: { cells: { runs: {}, beat: 0 } } } },
})
