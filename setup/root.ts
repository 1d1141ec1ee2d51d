import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { watch } from 'vue'

/** Tells people who do not see the screen which slide they have come to; Slidev itself says nothing. */
export default defineRootSetup(() => {
  const { currentSlideNo, currentSlideRoute, isPrintMode } = useNav()
  if (isPrintMode.value) return
  const status = document.createElement('div')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  status.setAttribute('aria-live', 'polite')
  document.body.append(status)
  watch(currentSlideNo, (number) => {
    const title = currentSlideRoute.value.meta.slide?.title
    status.textContent = `Slide ${number}${title ? `: ${title}` : ''}`
  })
})
