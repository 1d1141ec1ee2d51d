import time
from threading import Thread


def wait():
    for _ in range(4):
        begin = time.perf_counter()
        time.sleep(0.003)
        late = time.perf_counter() - begin - 0.003
        print(f"{late * 1000:.1f} ms late")


waiter = Thread(target=wait, name="I/O")
waiter.start()
while waiter.is_alive():
    pass  # computes
