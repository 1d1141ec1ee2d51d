/** Figures that a click takes one step on: what each step shows, and that paper, which asks for no step, shows all. */
import { createSSRApp, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, test } from 'vitest'
import CollectorSteps from '../../../components/figures/memory/CollectorSteps.vue'
import NamesAndBoxes from '../../../components/figures/memory/NamesAndBoxes.vue'
import PoolMap from '../../../components/figures/memory/PoolMap.vue'
import ResidentBars from '../../../components/figures/memory/bars/ResidentBars.vue'
import WayBack from '../../../components/figures/memory/WayBack.vue'

const render = (figure: Component, step?: number) => renderToString(createSSRApp(figure, step === undefined ? {} : { step }))
/** How many parts that come by clicks are there, and how many are not yet. */
async function parts(figure: Component, step?: number): Promise<[there: number, hidden: number]> {
  const tags = [...(await render(figure, step)).matchAll(/<g [^>]*class="appear"[^>]*>/g)].map(([tag]) => tag)
  const hidden = tags.filter(tag => tag.includes('display:none')).length
  return [tags.length - hidden, hidden]
}

describe.each<[name: string, figure: Component, clicks: number, counts: [there: number, hidden: number][]]>([
  ['names and boxes', NamesAndBoxes, 3, [[1, 3], [2, 2], [3, 1], [4, 0]]],
  ['the collector’s steps', CollectorSteps, 3, [[1, 3], [2, 2], [3, 1], [4, 0]]],
  ['arena, pool, block', PoolMap, 3, [[0, 3], [1, 2], [2, 1], [3, 0]]],
  ['resident memory', ResidentBars, 3, [[2, 3], [3, 2], [4, 1], [5, 0]]],
  ['the way back', WayBack, 4, [[1, 7], [3, 5], [5, 3], [7, 1], [8, 0]]],
])('%s', (_, figure, clicks, counts) => {
  test('shows one step more a click', async () => {
    expect(await Promise.all(Array.from({ length: clicks + 1 }, (_unused, step) => parts(figure, step)))).toEqual(counts)
  })

  test('is whole without clicks, as on paper', async () => {
    expect(await render(figure)).toBe(await render(figure, clicks))
    expect(await render(figure, 999_999)).toBe(await render(figure, clicks))
  })
})
