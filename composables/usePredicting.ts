/** Whether recorded output is covered until a cell is run, so that a room can predict it first. */
import { useStorage } from '@vueuse/core'

/** One for all cells, all windows and all visits; off at first. */
export const predicting = useStorage('under-the-gil:predicting', false)
