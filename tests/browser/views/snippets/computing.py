import threading, time

def compute():
    return sum(number for number in range(15_000))

def network():
    for packet in range(4):
        time.sleep(0.006)
        print("packet", packet)

for name, target in [("compute-1", compute), ("compute-2", compute), ("network", network)]:
    threading.Thread(target=target, name=name).start()
