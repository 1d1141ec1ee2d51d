/** What Slidev's own files lack for this deck, mended as they are loaded. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** A file of ours, as code that imports it names it. */
const ours = (path: string) => JSON.stringify(fileURLToPath(new URL(`../${path}`, import.meta.url)))

/** By the end of the file's name: what stands there, and what should. */
export const mends: Record<string, Array<[what: string | RegExp, into: string]>> = {
  // The button of each menu stands in a button.
  'internals/MenuButton.vue': [[/<button (:class="\{ disabled \}" @click[^>]*)>([\s\S]*?)<\/button>/, '<div $1>$2</div>']],
  'internals/NoteDisplay.vue': [
    // Long notes scroll, which has to work from the keyboard as well.
    ['ref="noteDisplay"', 'ref="noteDisplay" tabindex="0"'],
    // What to say, to ask and to do is one paragraph.
    ['v-html="noteHtml"', 'v-html="setCuesApart(noteHtml)"'],
    ['import { CLICKS_MAX } from \'../constants\'', `import { CLICKS_MAX } from '../constants'\nimport { setCuesApart } from ${ours('composables/deck/cues.ts')}`],
  ],
  // The cards of the overview can only be clicked, and what is inside them can be reached by Tab.
  'internals/QuickOverview.vue': [
    ['@click="go(route.no)"', `role="link" tabindex="0" :aria-label="\`Slide \${route.no}: \${route.meta.slide?.title}\`"
      @keydown.enter.prevent.stop="go(route.no)" @click="go(route.no)"`],
    [':use-snapshot="true"', ':use-snapshot="true" inert'],
  ],
  // It turns for ever where nothing comes.
  'internals/SlideLoading.vue': [
    [/<div class="i-svg-spinners[^]*?<div>Loading slide\.\.\.<\/div>/, '<LatePart />'],
    ['import { onMounted, ref } from \'vue\'', `import { onMounted, ref } from 'vue'\nimport LatePart from ${ours('components/deck/LatePart.vue')}`],
  ],
  // The deck has no transitions. Vue's group would look for some all the same, and lay out the page three times at each change.
  'internals/SlidesShow.vue': [
    [/:is="\(hasViewTransition[^"]*"/, 'is="div"'],
    [', TransitionGroup, watchEffect', ', watchEffect'],
  ],
  // Its clock has to be started by an icon that only shows under the pointer, and knows no plan: components/deck/PresenterPace.vue stands there.
  'pages/presenter.vue': [
    ['<TimerInlined />', '<PresenterPace />'],
    ['<TimerBar />', ''],
    // Room for a note of four cues; the next slide needs less.
    ['useLocalStorage(\'slidev-presenter-notes-row-size\', 280)', 'useLocalStorage(\'slidev-presenter-notes-row-size\', 400)'],
    ['import TimerBar from \'../internals/TimerBar.vue\'', ''],
    ['import TimerInlined from \'../internals/TimerInlined.vue\'', `import PresenterPace from ${ours('components/deck/PresenterPace.vue')}`],
  ],
  // The pen is kept in the browser's storage, for all windows: the layer that one draws on would lie over the audience's slides, and over one's own after a reload.
  'composables/useDrawings.ts': [
    ['const drawingEnabled = useLocalStorage(\'slidev-drawing-enabled\', false)', `const penIsOut = ref(false)
  const drawingEnabled = computed({
    get: () => penIsOut.value && (!configs.drawings.presenterOnly || isPresenter.value),
    set: (isOut: boolean) => void (penIsOut.value = isOut),
  })`],
  ],
}

/** Puts the mends into a file. Throws an Error where one does not fit, as after an update of Slidev. */
export function mended(file: string, code: string): string {
  return (mends[file] ?? []).reduce((text, [what, into]) => {
    const next = text.replace(what, into)
    if (next === text) throw new Error(`The mend of @slidev/client/${file} no longer fits: ${what}`)
    return next
  }, code)
}

export const mendedSlidev: Plugin = {
  name: 'mended-slidev',
  enforce: 'pre',
  transform(code, id) {
    // The development server adds a version to some.
    const path = id.replace(/\?v=\w+$/, '')
    const file = Object.keys(mends).find(end => path.endsWith(`@slidev/client/${end}`))
    return file && mended(file, code)
  },
}
