/** A modal dialog that follows a ref: what is pressed in it does not reach the deck, Esc and a click outside close it. */
import { nextTick, watch, type Ref } from 'vue'

export interface Dialog {
  /** For the dialog's `keydown`. */
  keep: (event: KeyboardEvent) => void
  /** For the dialog's `click`: on itself means outside. */
  pressed: (event: MouseEvent) => void
}

/**
 * Call it in a setup.
 *
 * @param closer a key that closes the dialog beside Esc: the one that opens it
 * @param opened called when it is open, to put the keyboard somewhere
 */
export function useDialog(dialog: Ref<HTMLDialogElement | null>, open: Ref<boolean>, { closer = '', opened }: { closer?: string, opened?: (dialog: HTMLDialogElement) => void } = {}): Dialog {
  watch(open, async (isOpen) => {
    await nextTick()
    if (!isOpen || !dialog.value) return dialog.value?.close()
    dialog.value.showModal()
    opened?.(dialog.value)
  })
  return {
    keep(event) {
      if (event.key === 'Escape' || event.key === closer) {
        event.preventDefault()
        open.value = false
      }
      event.stopPropagation()
    },
    pressed(event) {
      if (event.target === dialog.value) open.value = false
    },
  }
}
