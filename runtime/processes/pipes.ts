/** Pipes between processes, in whole messages, with the rules of an operating system's. */
import type { Handle } from '../border/calls.ts'

/** A writer waits while there is more in a pipe, as on Linux. */
const capacity = 64 * 1024
/** What a message takes in CPython's pipe beside its bytes. */
const header = 4

type Bytes = Uint8Array<ArrayBuffer>

interface Message {
  bytes: Bytes
  sender: number
}

interface End {
  /** Processes that have it open, and how often. */
  holders: Map<number, number>
  /** How often it is on its way to a process. */
  shared: number
  inbox: Message[]
  /** Bytes in the inbox. */
  held: number
}

export interface Pipes {
  /** Opens a pipe whose ends are `handle`, an even number, and `handle + 1`; `pid` holds both. */
  open: (handle: Handle, pid: number) => void
  has: (handle: Handle) => boolean
  /** Puts a message where the other end finds it; false where nobody holds that. */
  send: (handle: Handle, bytes: Bytes, sender: number) => boolean
  /** Who can receive what was sent here: the one other process, 0 where there are several, the sender where there is none; false where nobody, undefined while the pipe is too full. */
  sent: (handle: Handle, sender: number) => number | false | undefined
  /** The next message; false where none can come any more, undefined while there is none. */
  receive: (handle: Handle) => Message | false | undefined
  /** Puts a message back. */
  return: (handle: Handle, bytes: Bytes) => void
  /** Whether `receive` would not have to wait. */
  isReadable: (handle: Handle) => boolean
  share: (handle: Handle) => void
  /** `pid` has the end open, which may have been on its way. */
  hold: (handle: Handle, pid: number, wasShared?: boolean) => void
  close: (handle: Handle, pid: number) => void
  /** Closes what a process that has ended held. */
  closeAll: (pid: number) => void
}

export function createPipes(): Pipes {
  const ends = new Map<Handle, End>()
  const other = (handle: Handle) => ends.get(handle ^ 1)
  const isOpen = (end: End | undefined) => end !== undefined && end.holders.size + end.shared > 0

  function take(end: End): Message | undefined {
    const message = end.inbox.shift()
    if (message) end.held -= message.bytes.length + header
    return message
  }

  return {
    open(handle, pid) {
      for (const name of [handle, handle + 1]) ends.set(name, { holders: new Map([[pid, 1]]), shared: 0, inbox: [], held: 0 })
    },
    has: handle => ends.has(handle),
    send(handle, bytes, sender) {
      const end = other(handle)
      if (!end || !isOpen(end)) return false
      end.inbox.push({ bytes, sender })
      end.held += bytes.length + header
      return true
    },
    sent(handle, sender) {
      const end = other(handle)
      if (!end || !isOpen(end)) return false
      if (end.held > capacity) return undefined
      const others = [...end.holders.keys()].filter(pid => pid !== sender)
      return others.length === 0 ? sender : others.length === 1 ? others[0] : 0
    },
    receive(handle) {
      const end = ends.get(handle)
      if (!end) return false
      return take(end) ?? (isOpen(other(handle)) ? undefined : false)
    },
    return(handle, bytes) {
      const end = ends.get(handle)
      end?.inbox.unshift({ bytes, sender: 0 })
      if (end) end.held += bytes.length + header
    },
    isReadable(handle) {
      const end = ends.get(handle)
      return !end || end.inbox.length > 0 || !isOpen(other(handle))
    },
    share(handle) {
      const end = ends.get(handle)
      if (end) end.shared++
    },
    hold(handle, pid, wasShared = false) {
      const end = ends.get(handle)
      end?.holders.set(pid, (end.holders.get(pid) ?? 0) + 1)
      if (end && wasShared && end.shared > 0) end.shared--
    },
    close(handle, pid) {
      const holders = ends.get(handle)?.holders
      const count = holders?.get(pid) ?? 0
      if (count > 1) holders!.set(pid, count - 1)
      else holders?.delete(pid)
    },
    closeAll(pid) {
      for (const { holders } of ends.values()) holders.delete(pid)
    },
  }
}
