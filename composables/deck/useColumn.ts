/** A column of slides under each other in a document that scrolls: which are there, which are in sight, and which is being read. */
import { useEventListener, useResizeObserver } from '@vueuse/core'
import { nextTick, onMounted, onScopeDispose, ref, shallowReactive, watch, type Ref } from 'vue'

/** A slide is read that stands at this part of the window's height. */
const readingLine = 0.3
/** How long the column rests before what is in sight comes alive, in milliseconds. */
const rest = 150

export interface Column {
  /** Slides that are drawn; the others are places with a title. */
  drawn: ReadonlySet<number>
  /** Slides in sight, where the column rests. */
  inSight: ReadonlySet<number>
  /** The slide that is being read, while people scroll as well. */
  at: Readonly<Ref<number>>
}

export interface Source {
  total: () => number
  shown: () => number
  load: (slide: number) => Promise<unknown>
  arrive: (slide: number) => void
}

const whenIdle = (task: () => void) => 'requestIdleCallback' in globalThis ? requestIdleCallback(task, { timeout: 500 }) : setTimeout(task, 60)

/**
 * Call it in the setup of the column. Each of its children stands for one slide, in their order, counted from 1.
 * Slides are drawn one a task, from the one that is read outwards, so that none of the tasks is long; in the end all are there,
 * and the browser finds words in them.
 *
 * @param total how many slides there are
 * @param shown the slide that the address names; the column goes to it when it changes
 * @param load fetches what a slide is made of
 * @param arrive is told when the column has come to rest at another slide
 */
export function useColumn(column: Readonly<Ref<HTMLElement | null>>, { total, shown, load, arrive }: Source): Column {
  const drawn = shallowReactive(new Set<number>())
  const inSight = shallowReactive(new Set<number>())
  const at = ref(shown())
  /** Stays at the top of the window, whatever comes above it, until somebody scrolls. */
  let pinned: number | null = null
  /** The column's height when the pinned slide was put in its place. */
  let height = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let scrolling = false
  let over = false

  const placeOf = (slide: number) => column.value?.children[slide - 1] ?? null
  const topOf = (slide: number) => placeOf(slide)?.getBoundingClientRect().top ?? 0
  const margin = () => Number.parseFloat(getComputedStyle(placeOf(1)!).scrollMarginTop)

  /** Slides whose place is in the window, or within so many windows of it. */
  function near(windows: number): number[] {
    const reach = windows * innerHeight
    const found: number[] = []
    for (let slide = at.value; slide >= 1 && (slide === at.value || placeOf(slide)!.getBoundingClientRect().bottom > -reach); slide--) found.push(slide)
    for (let slide = at.value + 1; slide <= total() && topOf(slide) < innerHeight + reach; slide++) found.push(slide)
    return found
  }

  function pin(slide: number) {
    pinned = slide
    height = column.value!.offsetHeight
    placeOf(slide)?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }
  function unpin() {
    pinned = null
  }

  function goTo(slide: number) {
    at.value = slide
    pin(slide)
    settle()
  }

  function follow() {
    if (pinned !== null) {
      // What comes above it has moved it; a scrollbar or a search in the page moves it while all is as high as it was.
      if (column.value!.offsetHeight !== height) pin(pinned)
      const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
      if (end || Math.abs(topOf(pinned) - margin()) <= 4) return
      unpin()
    }
    const line = innerHeight * readingLine
    let slide = at.value
    while (slide > 1 && topOf(slide) > line) slide--
    while (slide < total() && topOf(slide + 1) <= line) slide++
    at.value = slide
  }

  /** Some time after the last movement. */
  function settle() {
    scrolling = true
    clearTimeout(resting)
    resting = setTimeout(() => {
      scrolling = false
      const seen = new Set(near(0))
      // Who types there may have scrolled, or a keyboard has.
      for (const slide of inSight) if (!seen.has(slide) && !placeOf(slide)?.contains(document.activeElement)) inSight.delete(slide)
      for (const slide of seen) inSight.add(slide)
      if (at.value !== shown()) arrive(at.value)
    }, rest)
  }

  /** What comes next: close by at any time, further away while nobody scrolls. */
  function nextToDraw(): number | undefined {
    const missing = near(1.5).find(slide => !drawn.has(slide))
    if (missing !== undefined || scrolling) return missing
    for (let distance = 1; distance < total(); distance++) {
      for (const slide of [at.value + distance, at.value - distance]) {
        if (slide >= 1 && slide <= total() && !drawn.has(slide)) return slide
      }
    }
  }

  async function draw() {
    if (over) return
    const slide = column.value ? nextToDraw() : undefined
    if (slide !== undefined) {
      await load(slide)
      drawn.add(slide)
    }
    if (drawn.size < total()) whenIdle(draw)
  }

  let waiting = false
  useEventListener('scroll', () => {
    settle()
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      follow()
    })
  }, { passive: true })
  useEventListener(['wheel', 'touchmove', 'keydown'], unpin, { passive: true })
  useResizeObserver(column, () => {
    if (pinned !== null) pin(pinned)
    settle()
  })
  watch(shown, slide => slide !== at.value && goTo(slide))

  load(shown()).then(() => drawn.add(shown()))
  onMounted(async () => {
    const restoration = history.scrollRestoration
    history.scrollRestoration = 'manual'
    onScopeDispose(() => void (history.scrollRestoration = restoration))
    await nextTick()
    goTo(shown())
    whenIdle(draw)
  })
  onScopeDispose(() => {
    over = true
    clearTimeout(resting)
  })
  return { drawn, inSight, at }
}
