/**
 * A trace in the Chrome Trace Event Format, which Perfetto (https://ui.perfetto.dev), Speedscope, DevTools and chrome://tracing open.
 * The format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 * What the readers ask beyond it (tests/unit/trace/traceReaders.test.ts loads it with their own importers):
 * every event has a category (trace-model splits it), the run does not begin at 0 (DevTools' engine takes times from the first that is not 0),
 * and `ts + dur` is exactly the next `ts`, in binary too (Speedscope matches ends to beginnings by them).
 */
import { limits } from '../../limits.ts'
import type { LaneState } from './lanes.ts'
import { processLanes } from './processLanes.ts'
import type { Trace, TraceEvent } from '../trace.ts'

/** One event of the format; `ts` and `dur` are microseconds, in eighths. */
export interface ChromeEvent {
  name: string
  /** X: a slice, i: an instant, b and e: begin and end of an async slice, s and f: ends of an arrow, M: a name. */
  ph: 'X' | 'i' | 'b' | 'e' | 's' | 'f' | 'M'
  pid: number
  tid: number
  ts: number
  dur?: number
  cat: string
  id?: string
  s?: 't'
  bp?: 'e'
  args?: Record<string, unknown>
}

export interface ChromeTrace {
  displayTimeUnit: 'ms' | 'ns'
  traceEvents: ChromeEvent[]
}

/** Process numbers: the program's threads, the GIL, and the first of the processes that it started. */
const program = 1
const gil = 2
const firstProcess = 10

/** Microseconds of a time in seconds, as an exact binary fraction. A run begins at 1. */
const micros = (seconds: number) => 1 + Math.round(seconds * 8e6) / 8

/** What somebody does of whom nothing more is told. */
const untold = { name: 'not known', args: { reason: `the limit of ${limits.tracedEvents.toLocaleString('en')} events` } }

interface State {
  name: string
  since: number
  args: Record<string, unknown>
}

/** A track a thread, one for the GIL, one a process that was started, async slices for locks, tasks and futures, arrows from a release to the next acquire. */
export function toChromeTrace(trace: Trace, file: string): ChromeTrace {
  const out: ChromeEvent[] = []
  const names = new Map([[1, 'MainThread']])
  const objects = new Map(trace.objects.map(({ id, name }) => [id, name]))
  const states = new Map<number, State>()
  const released = new Map<number, TraceEvent>()
  const open = new Map<string, ChromeEvent>()
  let holding: { thread: number, since: number } | null = null
  let arrows = 0
  let isCut = false
  const nameOf = (thread: number) => names.get(thread) ?? `thread ${thread}`
  const objectName = (object: number | null) => (object !== null && objects.get(object)) || 'something'

  function slice(pid: number, tid: number, name: string, since: number, until: number, args: Record<string, unknown> = {}): void {
    out.push({ name, ph: 'X', cat: pid === gil ? 'gil' : 'thread', pid, tid, ts: micros(since), dur: micros(until) - micros(since), args })
  }
  /** The thread's state from now on; a wait that took no time is not drawn. */
  function enter(thread: number, time: number, state: Omit<State, 'since'> | null): void {
    const before = states.get(thread)
    if (before && (before.name === 'running' || time > before.since)) slice(program, thread, before.name, before.since, time, before.args)
    if (state) states.set(thread, { ...state, since: time })
    else states.delete(thread)
    if (state?.name === 'running') holding = { thread, since: time }
    else if (holding?.thread === thread) {
      slice(gil, 1, nameOf(thread), holding.since, time)
      holding = null
    }
  }
  function begin(cat: string, id: string, name: string, event: TraceEvent, args: Record<string, unknown> = {}): void {
    const begun: ChromeEvent = { name, ph: 'b', cat, id, pid: program, tid: event.thread, ts: micros(event.time), args: { line: event.line, ...args } }
    end(cat, id, event.time)
    open.set(`${cat} ${id}`, begun)
    out.push(begun)
  }
  function end(cat: string, id: string, time: number, args: Record<string, unknown> = {}): void {
    const begun = open.get(`${cat} ${id}`)
    if (!begun) return
    open.delete(`${cat} ${id}`)
    out.push({ ...begun, ph: 'e', ts: micros(time), args })
  }
  function instant(event: TraceEvent, name: string, args: Record<string, unknown>, pid = program, tid = event.thread): void {
    out.push({ name, ph: 'i', s: 't', cat: event.kind, pid, tid, ts: micros(event.time), args: { line: event.line, ...args } })
  }
  /** Which async slice a release ends: the thread's own, else that of another, which may have acquired it for this one. */
  function holderOf(object: number, thread: number): string {
    const own = `${object}.${thread}`
    const other = [...open.values()].find(({ cat, id }) => cat === 'lock' && id!.startsWith(`${object}.`))
    return open.has(`lock ${own}`) ? own : other?.id ?? own
  }
  /** From the last release of a lock to its acquire by another thread. */
  function arrow(object: number, event: TraceEvent): void {
    const from = released.get(object)
    if (!from || from.thread === event.thread) return
    const flow = { name: objectName(object), cat: 'hand-off', id: String(++arrows), pid: program }
    out.push({ ...flow, ph: 's', tid: from.thread, ts: micros(from.time) }, { ...flow, ph: 'f', bp: 'e', tid: event.thread, ts: micros(event.time) })
  }

  for (const event of trace.events) {
    const { thread, time, line } = event
    switch (event.kind) {
      case 'start':
        names.set(event.child, event.name)
        enter(event.child, time, isCut ? untold : { name: 'waiting for the GIL', args: { reason: 'new' } })
        break
      case 'run': enter(thread, time, { name: 'running', args: { line } }); break
      case 'interval': enter(thread, time, { name: 'waiting for the GIL', args: { line, reason: 'a switch interval has passed' } }); break
      case 'yield': enter(thread, time, { name: 'waiting for the GIL', args: { line, reason: 'it let another go first' } }); break
      case 'wait': enter(thread, time, { name: waitName(event, objectName(event.object)), args: { line, through: event.through } }); break
      case 'ready': enter(thread, time, { name: 'waiting for the GIL', args: { line, reason: event.woken ? 'its wait is over' : 'its time is over' } }); break
      case 'end': enter(thread, time, null); break
      case 'raise': instant(event, event.type, { message: event.message }); break
      case 'line': break
      case 'acquire':
        arrow(event.object, event)
        begin('lock', `${event.object}.${thread}`, `${objectName(event.object)} held by ${nameOf(thread)}`, event)
        break
      case 'release':
        end('lock', holderOf(event.object, thread), time)
        released.set(event.object, event)
        break
      case 'put': case 'get': instant(event, `${event.kind} ${objectName(event.object)}`, {}); break
      case 'print': instant(event, event.text.trimEnd() || event.stream, { stream: event.stream, text: event.text }); break
      case 'task': begin('task', String(event.task), event.name, event, { parent: event.parent }); break
      case 'step': begin('step', String(event.task), 'running', event); break
      case 'suspend': end('step', String(event.task), time, { line, 'waits for': event.what }); break
      case 'done':
        end('step', String(event.task), time)
        end('task', String(event.task), time, { outcome: event.outcome })
        break
      case 'submit': begin('future', String(event.future), event.name, event); break
      case 'settle': end('future', String(event.future), time, { outcome: event.outcome }); break
      case 'spawn':
        out.push(named('process_name', firstProcess + event.process, 1, event.name), named('thread_name', firstProcess + event.process, 1, 'MainThread'))
        begin('process', String(event.process), event.name, event)
        break
      case 'boot': instant(event, 'started', {}, firstProcess + event.process, 1); break
      case 'send': case 'receive': instant(event, event.kind, { bytes: event.bytes }, firstProcess + event.process, 1); break
      case 'cut':
        isCut = true
        for (const thread of [...states.keys()]) enter(thread, time, untold)
        for (const { cat, id } of [...open.values()]) end(cat!, id!, time)
        break
      case 'exit': end('process', String(event.process), time, { code: event.code }); break
    }
  }
  for (const thread of [...states.keys()]) enter(thread, trace.duration, null)
  for (const { cat, id } of [...open.values()]) end(cat!, id!, trace.duration)
  const tracks = [...names].flatMap(([thread, name]) => [named('thread_name', program, thread, name), sorted(program, thread, thread)])
  const heads = [named('process_name', program, 1, `Python ${file}`), named('process_name', gil, 1, 'The GIL'), named('thread_name', gil, 1, 'held by')]
  out.push(...ofChildren(trace))
  const inOrder = out.toSorted((one, other) => one.ts - other.ts)
  return { displayTimeUnit: 'ms', traceEvents: [...heads, ...tracks, ...inOrder] }
}

const doings: Partial<Record<LaneState, string>> = { unknown: 'not known', running: 'running', starting: 'starting up', ending: 'ending', pickling: 'pickling', sleep: 'sleeping', ready: 'waiting for its GIL' }

/** What the processes that were started did: a track each. */
function ofChildren(trace: Trace): ChromeEvent[] {
  if (trace.children.length === 0) return []
  const { events, lanes, laneOfProcess, duration } = processLanes(trace)
  const at = (event: number) => micros(events[event]?.time ?? duration)
  return [...laneOfProcess].filter(([process]) => process !== 0).flatMap(([process, order]) => lanes[order]!.slices.map(({ from, to, state, line, through }): ChromeEvent => {
    return { name: doings[state] ?? 'waiting', ph: 'X', cat: 'process', pid: firstProcess + process, tid: 1, ts: at(from), dur: at(to) - at(from), args: { line, through } }
  }))
}

function named(what: 'process_name' | 'thread_name', pid: number, tid: number, name: string): ChromeEvent {
  return { name: what, ph: 'M', cat: '__metadata', pid, tid, ts: 0, args: { name } }
}

function sorted(pid: number, tid: number, place: number): ChromeEvent {
  return { name: 'thread_sort_index', ph: 'M', cat: '__metadata', pid, tid, ts: 0, args: { sort_index: place } }
}

function waitName(event: TraceEvent & { kind: 'wait' }, object: string): string {
  switch (event.for) {
    case 'lock': return `blocked on ${object}`
    case 'thread': return event.object === null ? 'waiting for threads to end' : `waiting for ${object}`
    case 'sleep': return 'sleeping'
    case 'input': return 'waiting for input'
    case 'loop': return 'event loop: nothing to do'
    case 'process': return 'waiting for a process'
    case 'other': return 'waiting'
  }
}
