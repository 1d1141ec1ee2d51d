import threading

gate = threading.Semaphore(2)
gate.release()  # a bug: nobody had come in
print(
    "came in:",
    sum(gate.acquire(blocking=False) for _ in range(9)),
)

strict = threading.BoundedSemaphore(2)
try:
    strict.release()
except ValueError as error:
    print("ValueError:", error)
