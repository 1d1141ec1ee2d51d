/** Finding words in the deck: the index is fetched when it is first asked for. */
import address from 'virtual:deck-search'
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { readIndex, type Find, type Hit } from '../../runtime/deck/deckSearch.ts'
import { useLoading, type Trouble } from '../useLoading.ts'

/** One for all windows of the page: the index does not change, but in development. */
let read: Find | null = null

async function fetchIndex(): Promise<Find> {
  if (read && !import.meta.env.DEV) return read
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The index could not be fetched: ${response.status}.`)
  return read = readIndex(await response.text())
}

export interface Finding {
  query: Ref<string>
  hits: ComputedRef<readonly Hit[]>
  /** Slides that have all words, shown or not. */
  count: ComputedRef<number>
  /** The hit that is marked, by its place; −1 for none. */
  chosen: Ref<number>
  /** Marks the next hit or the one before, round the ends. */
  walk: (by: 1 | -1) => void
  ready: ComputedRef<boolean>
  trouble: Ref<Trouble | null>
  again: () => Promise<void>
}

/** Call it in a setup. */
export function useFind(): Finding {
  const { loaded, trouble, again } = useLoading(async () => ({ find: await fetchIndex() }))
  const query = shallowRef('')
  const result = computed(() => loaded.value && query.value.trim() ? loaded.value.find(query.value) : { count: 0, hits: [] })
  const chosen = ref(-1)
  watch(result, () => void (chosen.value = -1))
  return {
    query,
    hits: computed(() => result.value.hits),
    count: computed(() => result.value.count),
    chosen,
    walk(by) {
      const count = result.value.hits.length
      if (count > 0) chosen.value = (chosen.value + by + (chosen.value < 0 && by < 0 ? 1 : 0) + count) % count
    },
    ready: computed(() => loaded.value !== null),
    trouble,
    again,
  }
}
