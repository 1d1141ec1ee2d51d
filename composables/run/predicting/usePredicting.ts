/** Whether recorded answers are covered, so that people can predict them first. */
import { useBroadcastChannel } from '@vueuse/core'
import { effectScope, shallowReactive, watch } from 'vue'
import { z } from '../../../runtime/schema.ts'
import { useKept } from '../../storage/storage.ts'

/** Every recorded output is covered, not only those of slides that ask. One for all windows and all visits; off at first. */
const predicting = useKept('under-the-gil:predicting', z.boolean(), false, { follow: true })

/** Slides that ask for what their cells print (setup/markdown/asks.ts). */
const asking = new Set<number>()
/** Slides whose answers somebody has uncovered: in all windows of this browser that are open, until they are loaded again. */
const uncovered = shallowReactive(new Set<number>())

const told = z.array(z.number().int())
const { data, post } = effectScope(true).run(() => useBroadcastChannel<unknown, number[]>({ name: `uncovered ${import.meta.env.BASE_URL}` }))!
watch(data, (message) => {
  const slides = told.safeParse(message).data
  if (slides) put(slides)
})

function put(slides: number[]): void {
  uncovered.clear()
  for (const slide of slides) uncovered.add(slide)
}
function tell(change: () => void): void {
  change()
  post([...uncovered])
}

/** A cell of `slide` says that the slide asks. */
export function noteAsking(slide: number): void {
  asking.add(slide)
}

/** Whether what the cells of `slide` are recorded to print is to be guessed first. */
export function isCovered(slide: number): boolean {
  return (predicting.value || asking.has(slide)) && !uncovered.has(slide)
}

export function uncover(slide: number): void {
  tell(() => uncovered.add(slide))
}

/** Shows the answers of `slide`, or covers them again; where it does not ask, all recorded outputs are covered, or none but the answers. */
export function turnAbout(slide: number): void {
  const asks = asking.has(slide)
  if ((asks || predicting.value) && uncovered.has(slide)) tell(() => uncovered.delete(slide))
  else if (asks) uncover(slide)
  else {
    predicting.value = !predicting.value
    if (predicting.value) tell(() => uncovered.clear())
  }
}
