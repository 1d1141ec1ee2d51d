/** Whether the list of contents is open, in this window. */
import { shallowRef } from 'vue'

export const contentsOpen = shallowRef(false)
