/** Signals belong to the main thread, alarms to the clock of the run. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('signals', () => {
  test('only the main thread sets handlers', async () => {
    expect(await printed(session(), `
import signal, threading
def work():
    for wrong in (lambda: signal.signal(signal.SIGUSR1, print), lambda: signal.set_wakeup_fd(-1)):
        try: wrong()
        except ValueError as error: print(error)
thread = threading.Thread(target=work); thread.start(); thread.join()`)).toBe(
      'signal only works in main thread of the main interpreter\nset_wakeup_fd only works in main thread of the main interpreter\n')
  })

  test('and it calls them, whichever thread sends: in its wait, which goes on', async () => {
    expect(await printed(session(), `
import os, signal, threading, time
def handle(number, frame): print(signal.Signals(number).name, threading.current_thread().name, frame.f_code.co_name)
for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGINT): signal.signal(number, handle)
signal.raise_signal(signal.SIGUSR1)
done = threading.Event()
def work():
    for send in (signal.raise_signal, lambda number: os.kill(os.getpid(), number), lambda number: signal.pthread_kill(threading.get_ident(), number)):
        time.sleep(1)
        send(signal.SIGTERM)
    done.set()
threading.Thread(target=work).start()
print(done.wait(), round(time.monotonic()))
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Timer(1, signal.raise_signal, (signal.SIGINT,)).start()
try: time.sleep(9)
except KeyboardInterrupt: print("interrupted", round(time.monotonic()))`)).toBe(
      `SIGUSR1 MainThread <module>\n${'SIGTERM MainThread wait\n'.repeat(3)}True 3\ninterrupted 4\n`)
  })

  test('one without a handler ends the program, as a shell tells of it', async () => {
    const { result, stdout } = await perform(session(), `
import os, signal
signal.signal(signal.SIGINT, signal.SIG_IGN); signal.raise_signal(signal.SIGINT); signal.raise_signal(signal.SIGCHLD)
print("lives", flush=True)
os.kill(os.getpid(), signal.SIGTERM)
print("never")`)
    expect(stdout).toBe('lives\n')
    expect(result).toMatchObject({ kind: 'exited', code: 143 })
  })

  test('an event loop has handlers of its own', async () => {
    expect(await printed(session(), `
import asyncio, os, signal, threading
async def main():
    loop, came = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, came.set)
    threading.Timer(1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    await came.wait()
    print(round(loop.time()), loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
asyncio.run(main())`)).toBe('1 True False\n')
  })
})

describe('alarms', () => {
  test.each([
    ['alone', 'pass'],
    ['beside a thread that computes', 'threading.Thread(target=spin, daemon=True).start()'],
  ])('come while the main thread waits, and where it computes, %s', async (_name, before) => {
    expect(await printed(session(), `
import signal, threading, time
def spin():
    while True: pass
def late(number, frame): raise TimeoutError("late")
signal.signal(signal.SIGALRM, late)
${before}
lock = threading.Lock(); lock.acquire()
for wait in (lambda: time.sleep(9), lock.acquire, spin):
    begun = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try: wait()
    except TimeoutError as error: print(error, 0.05 <= time.monotonic() - begun < 0.06)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True: pass
except TimeoutError as error: print(error)`)).toBe('late True\nlate True\nlate True\nlate\n')
  })

  test('are counted, repeated and taken back', async () => {
    expect(await printed(session(), `
import signal, time
ticks = []
signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(round(time.monotonic(), 1)))
print(signal.alarm(9), signal.alarm(2), signal.alarm(0))
signal.setitimer(signal.ITIMER_REAL, 1, 0.5)
time.sleep(2.2)
print(ticks, [round(x, 1) for x in signal.setitimer(signal.ITIMER_REAL, 0)], signal.getitimer(signal.ITIMER_REAL))
time.sleep(9)
print(len(ticks))`)).toBe('0 9 2\n[1.0, 1.5, 2.0] [0.3, 0.5] (0.0, 0.0)\n3\n')
  })
})
