import threading
import time


def compute():
    total = 0
    for number in range(60_000):
        total += number


def network():
    for packet in range(4):
        time.sleep(0.002)
        print("packet", packet)


threads = [
    threading.Thread(target=compute, name="compute-1"),
    threading.Thread(target=compute, name="compute-2"),
    threading.Thread(target=network, name="network"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
