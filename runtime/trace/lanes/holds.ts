/** Who has which lock, from when to when. */
import type { Hold } from './lanes.ts'

interface Held extends Hold {
  holds: Hold[]
  thread: number
  depth: number
}

/** Follows acquire and release, also of locks that are acquired twice or released by another thread. */
export class Holds {
  readonly #held: Held[] = []

  acquire(thread: number, object: number, event: number, holds: Hold[]): void {
    const mine = this.#find(held => held.object === object && held.thread === thread)
    if (mine) mine.depth++
    else this.#held.push({ object, thread, from: event, to: -1, depth: 1, holds })
  }

  release(thread: number, object: number, event: number): void {
    const held = this.#find(held => held.object === object && held.thread === thread) ?? this.#find(held => held.object === object)
    if (held && --held.depth === 0) this.#end(held, event)
  }

  /** What nobody has released is held to the end. */
  finish(event: number): void {
    for (const held of [...this.#held]) this.#end(held, event)
  }

  #find(wanted: (held: Held) => boolean): Held | undefined {
    return this.#held.find(wanted)
  }

  #end(held: Held, event: number): void {
    this.#held.splice(this.#held.indexOf(held), 1)
    held.holds.push({ object: held.object, from: held.from, to: event })
  }
}
