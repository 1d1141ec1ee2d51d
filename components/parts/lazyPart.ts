/** A component that is loaded when one is first shown, and again where that failed. */
import { defineComponent, h, type Component } from 'vue'
import PartTrouble from './PartTrouble.vue'
import { useLoading } from '../../composables/useLoading.ts'

/** Takes the loaded component's properties, events and slots; in the place of one that does not come stands why. */
export function lazyPart<T extends Component>(load: () => Promise<{ default: T }>): T {
  let known: T | null = null
  const part = defineComponent({
    name: 'LazyPart',
    inheritAttrs: false,
    setup(_, { attrs, slots }) {
      const { loaded, trouble, again } = useLoading(async () => known ??= (await load()).default)
      return () => {
        const shown = known ?? loaded.value
        if (shown) return h(shown as Component, attrs, slots)
        // Who prints waits for as long as anything is still to come.
        return trouble.value ? h(PartTrouble, { trouble: trouble.value, onAgain: again }) : h('span', { 'hidden': true, 'data-coming': '' })
      }
    },
  })
  return part as unknown as T
}
