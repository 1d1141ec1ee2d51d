/** Traces as the engine tells them, written by hand: programs that are short enough to know by heart. */
import type { WireEvent } from '../../runtime/trace/wire.ts'

const milli = 1000
type Row = WireEvent

/** Main starts A, which computes, B, which computes, and C, which waits for the network four times; 5 ms a turn. */
export function computingAndWaiting(turns = 4): Row[] {
  const rows: Row[] = [['run', 0, 1, 0]]
  for (const [index, name] of ['compute-1', 'compute-2', 'network'].entries()) {
    rows.push(['line', 20 + index * 20, 1, 18 + index], ['start', 30 + index * 20, 1, 18 + index, index + 2, name, 0])
  }
  rows.push(['wait', 100, 1, 22, 'thread', 0, 'Thread.join'])
  let time = 100
  for (let turn = 0; turn < turns; turn++) {
    for (const thread of [2, 3]) {
      rows.push(['run', time, thread, 6])
      for (let line = 0; line < 4; line++) rows.push(['line', time + line * milli, thread, 6 + line % 2])
      rows.push(turn === turns - 1 ? ['end', time + 5 * milli, thread, 8] : ['interval', time + 5 * milli, thread, 7])
      time += 5 * milli
      if (thread === 3 || turn === 0) {
        if (turn > 0) rows.push(['ready', time - 3 * milli, 4, 13, 0])
        rows.push(['run', time, 4, 13], ['print', time + 60, 4, 14, 'stdout', `packet ${turn}\n`])
        rows.push(turn === turns - 1 ? ['end', time + 100, 4, 14] : ['wait', time + 100, 4, 13, 'sleep', 0, 'sleep'])
        time += 100
      }
    }
  }
  rows.push(['ready', time, 1, 22, 1], ['run', time, 1, 22], ['end', time + 50, 1, 23], ['over', time + 50, 0, 0])
  return rows.sort((one, other) => one[1] - other[1])
}

/** A and B compute in turns, A has a lock; then too much was told. C is started after that, and the run goes on for 2 s. */
export function cut(): Row[] {
  return [
    ['run', 0, 1, 0], ['object', 0, 0, 0, 1, 'Lock', 'lock'], ['start', 10, 1, 6, 2, 'first', 0], ['start', 20, 1, 6, 3, 'second', 0], ['wait', 30, 1, 7, 'thread', 0, 'Thread.join'],
    ['run', 30, 2, 3], ['interval', 5030, 2, 4], ['run', 5030, 3, 3], ['interval', 10_030, 3, 4], ['run', 10_030, 2, 4], ['acquire', 10_040, 2, 4, 1],
    ['cut', 20_040, 0, 0], ['start', 1_000_000, 1, 6, 4, 'late', 0], ['over', 2_000_000, 0, 0],
  ]
}

/** Two threads and one lock; the second finds it held while the first sleeps with it. */
export function oneLock(): Row[] {
  return [
    ['run', 0, 1, 0], ['object', 0, 0, 0, 1, 'Lock', 'balance_lock'],
    ['start', 10, 1, 14, 2, 'Thread-1 (deposit)', 0], ['start', 20, 1, 15, 3, 'Thread-2 (deposit)', 0],
    ['wait', 30, 1, 17, 'thread', 0, 'Thread.join'],
    ['run', 30, 2, 7], ['acquire', 40, 2, 7, 1], ['line', 45, 2, 8], ['wait', 50, 2, 9, 'sleep', 0, 'sleep'],
    ['run', 50, 3, 7], ['wait', 55, 3, 7, 'lock', 1, null],
    ['ready', 100_050, 2, 9, 0], ['run', 100_050, 2, 9], ['line', 100_055, 2, 10], ['release', 100_060, 2, 10, 1],
    ['ready', 100_060, 3, 7, 1], ['print', 100_065, 2, 11, 'stdout', 'deposited 10\n'], ['end', 100_070, 2, 11],
    ['run', 100_070, 3, 7], ['acquire', 100_072, 3, 7, 1], ['line', 100_075, 3, 8], ['wait', 100_080, 3, 9, 'sleep', 0, 'sleep'],
    ['ready', 100_080, 1, 17, 1], ['run', 100_080, 1, 17], ['wait', 100_085, 1, 18, 'thread', 0, 'Thread.join'],
    ['ready', 200_080, 3, 9, 0], ['run', 200_080, 3, 9], ['line', 200_085, 3, 10], ['release', 200_090, 3, 10, 1],
    ['print', 200_095, 3, 11, 'stdout', 'deposited 20\n'], ['end', 200_100, 3, 11],
    ['ready', 200_100, 1, 18, 1], ['run', 200_100, 1, 19], ['print', 200_105, 1, 19, 'stdout', '20\n'], ['end', 200_110, 1, 19],
    ['over', 200_110, 0, 0],
  ]
}

/** Each of two threads has one lock and waits for the other's. */
export function deadlock(): Row[] {
  return [
    ['run', 0, 1, 0], ['object', 0, 0, 0, 1, 'Lock', 'left'], ['object', 0, 0, 0, 2, 'Lock', 'right'],
    ['start', 10, 1, 20, 2, 'Ada', 0], ['start', 20, 1, 21, 3, 'Grace', 0], ['wait', 30, 1, 22, 'thread', 0, 'Thread.join'],
    ['run', 30, 2, 6], ['acquire', 40, 2, 6, 1], ['wait', 45, 2, 7, 'sleep', 0, 'sleep'],
    ['run', 45, 3, 12], ['acquire', 50, 3, 12, 2], ['wait', 55, 3, 13, 'sleep', 0, 'sleep'],
    ['ready', 10_045, 2, 7, 0], ['run', 10_045, 2, 8], ['wait', 10_050, 2, 8, 'lock', 2, null],
    ['ready', 10_055, 3, 13, 0], ['run', 10_055, 3, 14], ['wait', 10_060, 3, 14, 'lock', 1, null],
    ['ready', 10_060, 1, 22, 0], ['run', 10_060, 1, 22],
    ['raise', 10_065, 1, 22, 'DeadlockError', 'Ada waits for right, which Grace holds; Grace waits for left, which Ada holds'],
    ['end', 10_070, 1, 22], ['over', 10_070, 0, 0],
  ]
}

/** One thread puts numbers into a queue, the other waits for them. */
export function producerAndConsumer(items = 3): Row[] {
  const rows: Row[] = [
    ['run', 0, 1, 0], ['object', 0, 0, 0, 1, 'Queue', 'tasks'],
    ['start', 10, 1, 16, 2, 'producer', 0], ['start', 20, 1, 17, 3, 'consumer', 1], ['wait', 30, 1, 19, 'thread', 0, 'Thread.join'],
    ['run', 30, 2, 6],
  ]
  let time = 30
  for (let item = 0; item < items; item++) {
    rows.push(['put', time += 10, 2, 7, 1])
    if (item > 0) rows.push(['ready', time, 3, 12, 1])
    rows.push(['wait', time += 5, 2, 8, 'sleep', 0, 'sleep'], ['run', time, 3, 12], ['get', time += 5, 3, 12, 1])
    rows.push(['print', time += 5, 3, 13, 'stdout', `got ${item}\n`], ['wait', time += 5, 3, 12, 'lock', 1, 'Queue.get'])
    rows.push(['ready', time += 500_000, 2, 8, 0], ['run', time, 2, 6])
  }
  rows.push(['end', time += 5, 2, 9], ['ready', time, 1, 19, 1], ['run', time, 1, 20], ['end', time += 5, 1, 20], ['over', time, 0, 0])
  return rows
}

export function oneEvent(): Row[] {
  return [['run', 0, 1, 1], ['over', 0, 0, 0]]
}

/** So many threads take turns until there are so many events; names are of `nameLength` characters. */
export function manyEvents(count: number, threads = 4, nameLength = 8): Row[] {
  const rows: Row[] = [['run', 0, 1, 0]]
  for (let thread = 2; thread < threads + 2; thread++) rows.push(['start', thread, 1, thread, thread, `worker-${thread}`.padEnd(nameLength, '-'), 0])
  rows.push(['wait', 100, 1, 12, 'thread', 0, 'Thread.join'])
  let time = 100
  for (let turn = 0; rows.length < count; turn++) {
    const thread = 2 + turn % threads
    rows.push(['run', time, thread, 5], ['line', time + milli, thread, 6], ['line', time + 3 * milli, thread, 5])
    if (turn % 7 === 3) rows.push(['print', time + 4 * milli, thread, 7, 'stdout', `turn ${turn}\n`])
    rows.push(['interval', time += 5 * milli, thread, 6])
  }
  return rows.slice(0, count)
}

/** Three tasks of one loop; the third computes for 80 ms in one step, and so the others are late. */
export function tasks(): Row[] {
  const second = 1_000_000
  return [
    ['run', 0, 1, 0],
    ['task', 5, 1, 22, 1, 'main', 0], ['step', 10, 1, 15, 1],
    ['task', 12, 1, 16, 2, 'tick', 1], ['task', 14, 1, 17, 3, 'fetch', 1], ['task', 16, 1, 18, 4, 'compute', 1],
    ['suspend', 18, 1, 19, 1, 'gather'],
    ['step', 20, 1, 4, 2], ['print', 22, 1, 5, 'stdout', 'tick\n'], ['suspend', 24, 1, 6, 2, 'sleep'],
    ['step', 26, 1, 9, 3], ['suspend', 30, 1, 10, 3, 'Queue.get'],
    ['step', 32, 1, 13, 4], ['suspend', 34, 1, 13, 4, 'sleep'],
    ['wait', 36, 1, 0, 'loop', 0, null], ['ready', 0.1 * second, 1, 0, 0], ['run', 0.1 * second, 1, 0],
    ['step', 0.1 * second, 1, 5, 2], ['print', 0.1 * second + 2, 1, 5, 'stdout', 'tick\n'], ['suspend', 0.1 * second + 4, 1, 6, 2, 'sleep'],
    ['step', 0.1 * second + 6, 1, 14, 4], ['wait', 0.1 * second + 8, 1, 14, 'sleep', 0, 'sleep'],
    ['ready', 0.4 * second, 1, 14, 0], ['run', 0.4 * second, 1, 14], ['done', 0.4 * second + 2, 1, 14, 4, 'returned'],
    ['step', 0.4 * second + 4, 1, 5, 2], ['print', 0.4 * second + 6, 1, 5, 'stdout', 'tick\n'], ['done', 0.4 * second + 8, 1, 6, 2, 'returned'],
    ['step', 0.4 * second + 10, 1, 10, 3], ['done', 0.4 * second + 12, 1, 11, 3, 'returned'],
    ['step', 0.4 * second + 14, 1, 19, 1], ['done', 0.4 * second + 16, 1, 20, 1, 'returned'],
    ['end', 0.4 * second + 20, 1, 22], ['over', 0.4 * second + 20, 0, 0],
  ]
}

/** Main starts a process, sends it a megabyte while that starts up, waits for its answer; it fails in the end. */
export function oneProcess(): Row[] {
  return [
    ['run', 0, 1, 0], ['pickle', 10_000, 1, 9, 'pickle'], ['pickled', 11_000, 1, 9, 'pickle', 700], ['wait', 11_000, 1, 9, 'process', 0, 'BaseProcess.start'],
    ['ready', 12_000, 1, 9, 1], ['run', 12_000, 1, 9], ['spawn', 12_000, 1, 9, 43, 'adder'], ['send', 12_000, 1, 9, 43, 700, 0, 1000],
    ['pickle', 20_000, 1, 10, 'pickle'], ['pickled', 60_000, 1, 10, 'pickle', 1_000_000], ['wait', 60_000, 1, 10, 'process', 0, 'Connection.send'],
    ['of', 0, 0, 0, 43],
    ['run', 180_000, 1, 0], ['stage', 180_000, 1, 0, 'import'], ['stage', 200_000, 1, 0, 'unpickle'], ['stage', 210_000, 1, 0, 'work'],
    ['wait', 211_000, 1, 4, 'process', 0, 'Connection.recv'], ['ready', 212_000, 1, 4, 1], ['run', 212_000, 1, 4], ['receive', 212_000, 1, 4, 42, 1_000_000, 4],
    ['pickle', 213_000, 1, 4, 'unpickle'], ['pickled', 260_000, 1, 4, 'unpickle', 1_000_000], ['print', 261_000, 1, 5, 'stdout', 'got it\n'],
    ['send', 300_000, 1, 6, 42, 20, 5, 500], ['stage', 301_000, 1, 0, 'end'], ['end', 320_000, 1, 0], ['over', 320_000, 0, 0],
    ['of', 0, 0, 0, 0],
    ['ready', 213_500, 1, 10, 1], ['run', 213_500, 1, 10], ['send', 213_500, 1, 10, 43, 1_000_000, 4, 153_000], ['wait', 214_000, 1, 11, 'process', 0, 'Connection.recv'],
    ['ready', 299_800, 1, 11, 1], ['run', 299_800, 1, 11], ['receive', 299_800, 1, 11, 43, 20, 5], ['exit', 330_000, 1, 0, 43, 3], ['end', 331_000, 1, 12], ['over', 331_000, 0, 0],
  ]
}

/** Threads A and B take turns, 5 ms each; then processes 43 and 44 do the same at once. A helper of the library carries the jobs. */
export function threadsThenProcesses(): Row[] {
  const rows: Row[] = [
    ['run', 0, 1, 0], ['start', 10, 1, 8, 2, 'ThreadPoolExecutor-0_0', 0], ['start', 20, 1, 8, 3, 'ThreadPoolExecutor-0_1', 0], ['wait', 30, 1, 8, 'lock', 1, 'Future.result'],
  ]
  for (let turn = 0; turn < 8; turn++) {
    const thread = 2 + turn % 2
    rows.push(['run', 30 + turn * 5 * milli, thread, 5], [turn < 6 ? 'interval' : 'end', 30 + (turn + 1) * 5 * milli, thread, turn < 6 ? 5 : 0])
  }
  rows.push(['ready', 41_000, 1, 8, 1], ['run', 41_000, 1, 8])
  for (const process of [43, 44]) rows.push(['spawn', 41_000 + process, 1, 10, process, `SpawnProcess-${process - 42}`])
  rows.push(['start', 41_100, 1, 10, 4, 'QueueFeederThread', 1], ['wait', 41_200, 1, 10, 'lock', 1, 'Future.result'],
    ['run', 41_300, 4, 0], ['pickle', 41_400, 4, 0, 'pickle'], ['pickled', 43_400, 4, 0, 'pickle', 208], ['send', 43_500, 4, 0, 0, 208, 7, 0],
    ['pickle', 43_600, 4, 0, 'pickle'], ['pickled', 43_700, 4, 0, 'pickle', 208], ['send', 43_800, 4, 0, 0, 208, 7, 0], ['wait', 44_000, 4, 0, 'lock', 2, 'Condition.wait'])
  for (const process of [43, 44]) {
    rows.push(['of', 0, 0, 0, process], ['run', 90_000, 1, 0], ['stage', 90_000, 1, 0, 'import'], ['stage', 90_500, 1, 0, 'unpickle'], ['stage', 91_000, 1, 0, 'work'],
      ['receive', 92_000 + process, 1, 0, 42, 208, 7], ['send', 112_000 + process, 1, 0, 0, 90, 9, 0], ['stage', 113_000, 1, 0, 'end'], ['end', 114_000, 1, 0], ['of', 0, 0, 0, 0])
  }
  rows.push(['ready', 114_500, 1, 10, 1], ['run', 114_500, 1, 10], ['exit', 114_600, 1, 0, 43, 0], ['exit', 114_700, 1, 0, 44, 0], ['end', 115_000, 1, 11], ['over', 115_000, 0, 0])
  return rows
}

/** Two threads that hand the GIL to each other `turns` times, every 0.7 µs: times of which binary fractions have no exact sum. */
export function oddTimes(turns: number): Row[] {
  const rows: Row[] = [['run', 0, 1, 0], ['start', 1, 1, 1, 2, 'b', 0]]
  const at = (turn: number) => (10 + 7 * turn) / 10
  for (let turn = 1; turn <= turns; turn++) rows.push(['interval', at(turn), 2 - turn % 2, 3], ['run', at(turn), 1 + turn % 2, 3])
  const over = at(turns) + 1
  return [...rows, ['end', over, 1 + turns % 2, 3], ['run', over, 2 - turns % 2, 3], ['end', over + 1, 2 - turns % 2, 3], ['over', over + 1, 0, 0]]
}
