"""K17: an error in a pool waits for result(); a job that runs cannot be cancelled, one that waits can; only an RLock's owner may release it; a BoundedSemaphore refuses one release too many."""
# runs on: engine, python>=3.9

import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor


def raises(error, call):
    try:
        call()
    except error:
        return True
    return False


with ThreadPoolExecutor(1) as pool:
    failed = pool.submit(lambda: 1 / 0)
    assert isinstance(failed.exception(), ZeroDivisionError)
    assert raises(ZeroDivisionError, failed.result)

    gate, started = threading.Event(), threading.Event()

    def job():
        started.set()
        gate.wait()
        return "done"

    running = pool.submit(job)
    waiting = pool.submit(job)
    started.wait()
    assert not running.cancel()
    assert waiting.cancel()
    assert raises(CancelledError, waiting.result)
    gate.set()
    assert running.result() == "done"
    # What map found before the error is still there; the error comes at its turn.
    results = pool.map(lambda n: 1 // n, (1, 0))
    assert next(results) == 1
    assert raises(ZeroDivisionError, lambda: next(results))

assert raises(RuntimeError, lambda: pool.submit(print))

rlock, refused = threading.RLock(), []
with rlock, rlock:
    thief = threading.Thread(target=lambda: refused.append(raises(RuntimeError, rlock.release)))
    thief.start()
    thief.join()
assert refused == [True]

# A plain Lock has no owner: any thread may release it, once.
lock = threading.Lock()
lock.acquire()
friend = threading.Thread(target=lock.release)
friend.start()
friend.join()
assert not lock.locked()
assert raises(RuntimeError, lock.release)

bounded = threading.BoundedSemaphore(1)
with bounded:
    pass
assert raises(ValueError, bounded.release)
threading.Semaphore(1).release()
