/** The frames of all threads: the program's and the library's, none of the engine's. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

/** A program in which a thread waits in `inner`. */
const waiting = `import faulthandler, inspect, logging, sys, threading, time, traceback
event = threading.Event()
def inner(): event.wait()
def work(): inner()
thread = threading.Thread(target=work, name="worker"); thread.start()
time.sleep(1)
`

describe('frames', () => {
  test('of a thread that waits are told as they are', async () => {
    expect(await printed(session(), `${waiting}
frames = sys._current_frames()
print(list(frames) == [thread.ident, threading.get_ident()])
for frame in frames.values(): print([step.name for step in traceback.extract_stack(frame)])
frame = frames[thread.ident]
while frame.f_code.co_name != "inner": frame = frame.f_back
print(frame.f_lineno, frame.f_back.f_code is work.__code__, frame.f_globals is globals())
print(sys._current_exceptions())
event.set()`)).toBe(`True
['_bootstrap', '_bootstrap_inner', 'run', 'work', 'inner', 'wait', 'wait']
['<module>']
3 True True
{2: None, 1: None}
`)
  })

  test('of the current thread are shown without the engine, wherever they are asked for', async () => {
    expect(await printed(session(), `${waiting}
def show():
    print([each.function for each in inspect.stack()], [each.name for each in traceback.extract_stack()])
    logging.basicConfig(format="%(message)s", stream=sys.stdout); logging.warning("here", stack_info=True)
    try: threading.Lock().release()
    except RuntimeError: print([each.name for each in traceback.extract_tb(sys.exception().__traceback__)])
show()
other = threading.Thread(target=show); other.start(); other.join()
event.set()`)).not.toMatch(/lab\/|run_thread|_execute|release'/)
  })

  test('are dumped for all threads, now and after a while', async () => {
    const { stderr } = await perform(session(), `${waiting}faulthandler.dump_traceback()
faulthandler.dump_traceback_later(2.5)
time.sleep(5)
event.set()`)
    const worker = (lines: string) => `Thread 0x00000002 [worker] (most recent call first):\n${lines}`
    const parked = `  File "/lib/python314.zip/threading.py", line N in wait
  File "/lib/python314.zip/threading.py", line N in wait
  File "gil/test.py", line N in inner
  File "gil/test.py", line N in work
  File "/lib/python314.zip/threading.py", line N in run
  File "/lib/python314.zip/threading.py", line N in _bootstrap_inner
  File "/lib/python314.zip/threading.py", line N in _bootstrap
`
    const main = 'Thread 0x00000001 [python3] (most recent call first):\n  File "gil/test.py", line N in <module>\n'
    expect(stderr.replace(/line \d+/g, 'line N')).toBe(
      `${worker(parked)}\n${main.replace('Thread', 'Current thread')}Timeout (0:00:02.500000)!\n${worker(parked)}\n${main}`)
  })
})
