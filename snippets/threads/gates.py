import threading

gate = threading.Semaphore(2)
gate.release()  # a bug: nobody had come in
came_in = 0
while gate.acquire(blocking=False):
    came_in += 1
print("came in:", came_in)

strict = threading.BoundedSemaphore(2)
try:
    strict.release()
except ValueError:
    print("the bounded one: ValueError")
