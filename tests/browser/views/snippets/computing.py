import threading, time

def compute():
    return sum(number for number in range(130_000))

def network():
    for packet in range(4):
        time.sleep(0.008)
        print("packet", packet)

for target in compute, compute, network:
    threading.Thread(target=target).start()
