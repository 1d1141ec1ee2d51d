from threading import Thread

counter = 0


def count():
    global counter
    for _ in range(50_000):
        counter += int(1)


threads = [Thread(target=count) for _ in range(2)]
[t.start() for t in threads]
[t.join() for t in threads]
print("lost:", 100_000 - counter)
