/** A process's side of the kernel: calls go out, answers wait here until its interpreter looks. */
import type { Interrupts } from './interrupts.ts'
import type { HandedParts } from '../boot/machine.ts'
import { sendParts } from '../boot/parts.ts'
import type { Call, CallMessage, HostMessage, Reply, SharedClock, Value } from '../border/calls.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What Python may call. */
export interface Mailbox {
  /** The next line of a question asked of a person. */
  line: () => Promise<string | null>
  /** `call` is JSON of a Call; `bytes` is what goes beside it. */
  call: (ticket: number, patient: boolean, call: string, bytes?: Bytes) => void
  /** JSON of what has come: a list of `[ticket, value, has bytes]`; what is empty comes as ''. */
  arrivals: () => string
  /** The bytes of an answer, once. */
  takeBytes: (ticket: number) => Bytes
  /** Kept when something has come, or after so many seconds, or however long it takes. */
  arrival: (seconds?: number) => Promise<void | null>
  /** Kept when what has come is here. */
  turn: () => Promise<void>
}

export interface MailboxOptions {
  port: MessagePort
  /** Sends what was printed before. */
  flush: () => void
  /** The clock of a program that uses processes. */
  clock: () => SharedClock
  parts: HandedParts | null
  interrupts: Interrupts
}

export function createMailbox({ port, flush, clock, parts, interrupts }: MailboxOptions): Mailbox {
  let answer: (line: string | null) => void = () => {}
  let arrived = () => {}
  let news: [ticket: number, value: Value, hasBytes: boolean][] = []
  const bytesOf = new Map<number, Bytes>()

  function keep({ ticket, value, bytes }: Reply): void {
    if (bytes) bytesOf.set(ticket, bytes)
    news.push([ticket, value, bytes !== undefined])
    arrived()
  }

  port.onmessage = (event) => {
    const message = event.data as HostMessage
    if (message.kind === 'line') answer(message.line)
    else if (message.kind === 'interrupt') interrupts.ask()
    else if (message.kind === 'parts') sendParts(message.port, parts)
    else keep(message)
  }

  return {
    line: () => interrupts.cutShort(new Promise<string | null>(resolve => answer = resolve)),
    call(ticket, patient, text, bytes) {
      flush()
      const call = JSON.parse(text) as Call
      const message: CallMessage = { kind: 'call', ticket, patient, call, bytes: bytes ?? null, clock: call[0] === 'spawn' ? clock() : null }
      port.postMessage(message, bytes ? [bytes.buffer] : [])
    },
    arrivals() {
      if (news.length === 0) return ''
      const text = JSON.stringify(news)
      news = []
      return text
    },
    takeBytes(ticket) {
      const bytes = bytesOf.get(ticket)!
      bytesOf.delete(ticket)
      return bytes
    },
    arrival(seconds) {
      flush()
      if (news.length > 0) return Promise.resolve()
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = seconds === undefined ? undefined : setTimeout(resolve, Math.min(seconds * 1000, 2 ** 31 - 1))
      arrived = () => {
        clearTimeout(timer)
        resolve()
      }
      return interrupts.cutShort(promise)
    },
    turn: nextTask,
  }
}

/** A task of the event loop, behind the messages that wait. */
function nextTask(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise(resolve => void setImmediate(resolve))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
