import threading

for make in (threading.Lock, threading.RLock):
    lock = make()
    print(make is threading.Lock and "Lock" or "RLock")
    print("  take:      ", lock.acquire())
    print("  take again:", lock.acquire(timeout=0.1))
    try:
        for times in range(3):
            lock.release()
    except RuntimeError as error:
        print("  released", times, "times, then:")
        print("   ", error)
