/** How high a view's picture may grow: a cell that fills the window tells what is in it. */
import { inject, provide, readonly, ref, type InjectionKey, type Ref } from 'vue'

const key: InjectionKey<Readonly<Ref<number | null>>> = Symbol('room for a picture')

/** Tells the views inside this component the height, in pixels, that there is for a picture; null for its usual one. */
export function providePictureRoom(room: Readonly<Ref<number | null>>): void {
  provide(key, room)
}

/** The height that there is for a picture, or null where it has its usual one. */
export function usePictureRoom(): Readonly<Ref<number | null>> {
  return inject(key, () => readonly(ref(null)), true)
}
