/** Whether the explanation of the slide that is showing is open, in this window; the next slide begins with it closed. */
import { shallowRef } from 'vue'

export const explaining = shallowRef(false)
