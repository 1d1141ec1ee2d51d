/** `virtual:deck-search`: fetches the index of what the slides say. The build writes it; in development it is made anew whenever it is asked for. */
import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { deckText } from '../cli/deck/deckText.ts'
import { terms, termsPerSlide } from '../components/deck/glossary/terms.ts'
import { writeIndex } from '../runtime/deck/deckSearch.ts'
import { isOfRoom } from './room/guard.ts'

const name = 'virtual:deck-search'
const id = `\0${name}`
const developing = '/__deck-search.json'

export function deckSearch({ data, userRoot, withoutNotes = false }: ResolvedSlidevOptions): Plugin {
  const glossary = (part: number) => terms.slice((part - 1) * termsPerSlide, part * termsPerSlide).map(({ term, means }) => `${term}: ${means}`)
  const index = (notes = !withoutNotes) => writeIndex(deckText(data.slides, { root: userRoot, notes, glossary }))
  let building = false
  return {
    name: 'deck-search',
    configResolved: ({ command }) => void (building = command === 'build'),
    configureServer: server => void server.middlewares.use(developing, (request, response) => {
      response.setHeader('Content-Type', 'application/json').end(index(!withoutNotes && !isOfRoom(request)))
    }),
    resolveId: asked => asked === name ? id : undefined,
    load(asked) {
      if (asked !== id) return
      const file = building ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'deck-search.json', source: index() })}` : JSON.stringify(developing)
      return `export default ${file}`
    },
  }
}
