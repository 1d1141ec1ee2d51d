/** How long one keystroke of the search takes, over all slides: from the letters to the list, in Node. */
import { root } from '../../cli/root.ts'
import { deckText } from '../../cli/deck/deckText.ts'
import { readDeck } from '../../cli/readDeck.ts'
import { readIndex, writeIndex } from '../../runtime/deck/deckSearch.ts'
import { percentile95, type Measure } from '../measure.ts'

/** Typed letter by letter. */
const queries = ['sys.getrefcount', 'asyncio.to_thread', '__del__', 'deadlok', 'free-threaded', 'the lock of the counter']

export const finding: Measure = async (times) => {
  const { slides } = await readDeck()
  const index = writeIndex(deckText(slides, { root, notes: true, glossary: () => [] }))
  const reads: number[] = []
  const keystrokes: number[] = []
  for (let time = 0; time < times; time++) {
    const begun = performance.now()
    const find = readIndex(index)
    reads.push(performance.now() - begun)
    for (const query of queries) {
      for (let length = 1; length <= query.length; length++) {
        const pressed = performance.now()
        find(query.slice(0, length))
        keystrokes.push(performance.now() - pressed)
      }
    }
  }
  return [
    { what: `search over ${slides.length} slides, a keystroke, 95th percentile`, value: percentile95(keystrokes), unit: 'ms', atMost: 50, samples: { keystrokes } },
    { what: 'reading the index of the search, once', value: percentile95(reads), unit: 'ms', atMost: null, samples: { reads } },
  ]
}
