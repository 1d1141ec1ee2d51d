/**
 * How the processes of the terminal end: `npm run bench -- --only exits` (some hours on a busy machine; not among the parts that
 * run without `--only`). Each run and each grading is a process of its own; one that is brought down by a signal has no status.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { permissionFlags } from '../../cli/boot/permissions.mjs'
import { root } from '../../cli/root.ts'
import type { Measure } from '../measure.ts'

/** Short programs, by turns: a plain loop, threads, tasks, one that stays parked, an error, a process. */
const programs: [source: string, status: number][] = [
  ['total = 0\nfor n in range(100_000): total += n\nprint(total)', 0],
  ['import threading\nts = [threading.Thread(target=print, args=(n,)) for n in range(5)]\nfor t in ts: t.start()\nfor t in ts: t.join()', 0],
  ['import asyncio\nasync def main(): await asyncio.gather(*(asyncio.sleep(1) for _ in range(5)))\nasyncio.run(main())', 0],
  ['import threading\nlock = threading.Lock(); lock.acquire()\nthreading.Thread(target=lock.acquire, daemon=True).start()', 0],
  ['print(1 / 0)', 1],
  ['import multiprocessing\nif __name__ == "__main__":\n    process = multiprocessing.Process(target=print, args=(1,)); process.start(); process.join()', 0],
]

/** The status of `lab` with these arguments, or the signal that brought it down. */
function ended(...args: string[]): Promise<number | string> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [...permissionFlags, join(root, 'cli', 'lab.ts'), ...args], { stdio: 'ignore' }).on('error', reject).on('exit', (status, signal) => resolve(status ?? signal!))
  })
}

/** `times` × 400 runs and `times` × 100 gradings of a starter, which fails. */
export const exits: Measure = async (times) => {
  const folder = mkdtempSync(join(tmpdir(), 'lab-exits-'))
  const bad: string[] = []
  const note = (what: string, expected: number, status: number | string) => {
    if (status === expected) return
    bad.push(what)
    console.log(`${what} ended with ${status}, not ${expected}.`)
  }
  try {
    programs.forEach(([source], number) => writeFileSync(join(folder, `${number}.py`), source))
    for (let run = 1; run <= times * 400; run++) {
      const number = run % programs.length
      note(`Run ${run}, program ${number},`, programs[number]![1], await ended('run', join(folder, `${number}.py`)))
      if (run % 4 === 0) note(`Grading ${run / 4}`, 1, await ended('grade', '--file', join(root, 'exercises', '01-refs-added', 'starter.py'), '01-refs-added'))
      if (run % 100 === 0) console.log(`${run} runs and ${run / 4} gradings: ${bad.length} ended badly`)
    }
  }
  finally {
    rmSync(folder, { recursive: true })
  }
  return [{ what: `of ${times * 400} runs and ${times * 100} gradings ended with another status than they should`, value: bad.length, unit: 'count', atMost: 0, samples: {} }]
}
