from threading import Thread

x = 0


def bump():
    global x
    for _ in range(2):
        x += 1


a = Thread(target=bump, name="A")
b = Thread(target=bump, name="B")
a.start(), b.start()
a.join(), b.join()
