/** Views of programs that nobody has drawn for: many threads, long names, many objects, nothing at all. No label may lie over another. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { inspectSlide } from '../../deck/inspect/inspectSlide.ts'
import { liveCell } from '../deck.ts'
import { picture, useViews, viewSlide } from '../views.ts'

const open = useViews()

const long = 'worker-connection-to-the-database-of-the-shop-around-the-corner'
const threads = `import threading\nthreads = [threading.Thread(target=sum, args=([],), name=f"${long}-{n}") for n in range(12)]\nfor t in threads: t.start()\nfor t in threads: t.join()`
const tasks = `import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        for n in range(12): group.create_task(asyncio.sleep(n % 3 / 10), name=f"${long}-{n}")\nasyncio.run(main())`
const pairs = 'import gc\nclass Person: pass\nfor n in range(500):\n    one, other = Person(), Person()\n    one.partner, other.partner = other, one\ndel one, other\na_rather_long_name_of_a_person = Person()\ngc.collect()'
const objects = 'class AnExtraordinarilyLongNameOfAClass: pass\nboxes = [AnExtraordinarilyLongNameOfAClass() for n in range(40)]\nan_extraordinarily_long_name_of_a_variable = {str(n) * 9: box for n, box in enumerate(boxes)}\nboxes[0].itself = boxes'
const nothing = ''

async function labels(page: Page): Promise<string[]> {
  const faults = await page.evaluate(inspectSlide, '#slideshow .slidev-page:has(.cm-editor)')
  return faults.filter(({ kind }) => kind === 'text over text').map(({ detail }) => detail)
}

test.each([
  ['timeline', viewSlide.one, { threads, nothing }],
  ['tasks', viewSlide.tasks, { tasks, nothing }],
  ['collector', viewSlide.cycle, { pairs, nothing }],
  ['objects', viewSlide.objects, { objects, nothing }],
  ['blocks', viewSlide.blocks, { pairs, nothing }],
  ['pools', viewSlide.pools, { objects, nothing }],
] as const)('%s, slide %i', async (_, slide, programs) => {
  const page = await open(slide)
  for (const [name, program] of Object.entries(programs)) {
    await liveCell(page).write(program)
    await liveCell(page).press('Run')
    await liveCell(page).over(30)
    await picture(page).root.waitFor()
    expect(await labels(page), name).toEqual([])
    if (name === 'threads') {
      const last = picture(page).root.locator('.name').nth(7)
      expect(await last.textContent()).toBe(`G ${long}-6`)
      expect(await last.getAttribute('title')).toBe(`${long}-6`)
      const end = last.locator('.part').last()
      expect(await end.evaluate(part => part.scrollWidth <= part.clientWidth + 1)).toBe(true)
    }
    if (name === 'pairs' && slide === viewSlide.cycle) expect(await picture(page).root.textContent()).toMatch(/and \d+ more, not drawn/)
  }
})
