import { defineConfig, type Plugin } from 'vite'

/** What Slidev's own components lack for keyboards and assistive technology, by the end of the file's name. */
const mends: Record<string, Array<[what: string | RegExp, into: string]>> = {
  // The button of each menu stands in a button.
  'internals/MenuButton.vue': [[/<button (:class="\{ disabled \}" @click[^>]*)>([\s\S]*?)<\/button>/, '<div $1>$2</div>']],
  // Long notes scroll, which has to work from the keyboard as well.
  'internals/NoteDisplay.vue': [['ref="noteDisplay"', 'ref="noteDisplay" tabindex="0"']],
  // The cards of the overview can only be clicked, and what is inside them can be reached by Tab.
  'internals/QuickOverview.vue': [
    ['@click="go(route.no)"', `role="link" tabindex="0" :aria-label="\`Slide \${route.no}: \${route.meta.slide?.title}\`"
      @keydown.enter.prevent.stop="go(route.no)" @click="go(route.no)"`],
    [':use-snapshot="true"', ':use-snapshot="true" inert'],
  ],
}

const accessibleSlidev: Plugin = {
  name: 'accessible-slidev',
  enforce: 'pre',
  transform(code, id) {
    const file = Object.keys(mends).find(end => id.endsWith(`@slidev/client/${end}`))
    return file && mends[file]?.reduce((text, [what, into]) => text.replace(what, into), code)
  },
}

/** Slidev starts Twoslash's pop-ups, which this deck has not, and which complain in the console. */
const withoutTwoslash: Plugin = {
  name: 'without-twoslash',
  enforce: 'pre',
  resolveId: id => id === '@shikijs/vitepress-twoslash/client' ? '\0without-twoslash' : undefined,
  load: id => id === '\0without-twoslash' ? 'export default { install() {} }' : undefined,
}

export default defineConfig({
  plugins: [accessibleSlidev, withoutTwoslash],
  worker: { format: 'es' },
  optimizeDeps: {
    exclude: ['pyodide'],
    // Found by the development server only once a slide asks for them, when it would reload the page.
    include: [
      '@codemirror/commands', '@codemirror/lang-python', '@codemirror/language', '@codemirror/state', '@codemirror/view',
      '@fix-webm-duration/fix', '@lezer/highlight', '@shikijs/engine-javascript', 'ansis', 'comlink', 'd3-scale', 'file-saver', 'recordrtc', 'workbox-window',
    ],
  },
  // What runs in the presenter's window, for the audience's windows: composables/useSharedRuns.ts
  slidev: { serverRef: { state: { cells: { runs: {}, beat: 0 } } } },
})
