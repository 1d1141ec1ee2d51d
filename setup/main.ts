import { slides } from '#slidev/slides'
import { defineAppSetup, type SlideInfo } from '@slidev/types'
import { until } from '@vueuse/core'
import { hidePageTrouble, showPageTrouble } from '../composables/deck/pageTrouble.ts'
import { tellLate, whyNotLoaded } from '../composables/useLoading.ts'
import { keepForOffline } from '../composables/deck/useOffline.ts'
import { usePython } from '../composables/usePython.ts'

/** Time after which the site is kept for offline use even where Python has not been asked for, in milliseconds. */
const patience = 20_000

/** By number or by alias, as Slidev itself looks. */
const hasSlide = (asked: string) => slides.value.some(({ no, meta }) => no === Number(asked) || (meta.slide as SlideInfo).frontmatter.routeAlias === asked)

export default defineAppSetup(({ router }) => {
  const { state } = usePython()
  const settled = until(state).toMatch(({ kind }) => kind === 'ready' || kind === 'failed', { timeout: patience })
  void keepForOffline(settled)

  // Slidev leads from a number that no slide has to the last one, without a word.
  router.beforeEach(({ name, params, path, query }) => {
    const asked = params.no
    if ((name !== 'play' && name !== 'presenter') || typeof asked !== 'string' || hasSlide(asked)) return true
    if (asked === 'index.html') return '/1'
    return { name: 'NotFound', params: { pathMatch: path.slice(1).split('/') }, query, replace: true }
  })

  // Where the presenter's view, the overview and their like should have been, and are late or did not come.
  let late: ReturnType<typeof setTimeout> | undefined
  router.beforeEach(({ fullPath }) => {
    clearTimeout(late)
    late = tellLate(() => showPageTrouble('slow', () => void router.replace(fullPath)))
  })
  router.afterEach(() => {
    clearTimeout(late)
    hidePageTrouble()
  })
  router.onError(async (error, { fullPath }) => {
    clearTimeout(late)
    console.error(error)
    showPageTrouble(await whyNotLoaded(), () => void router.replace(fullPath))
  })
})
