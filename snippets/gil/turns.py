from threading import Thread


def count(turns):
    while turns:
        turns -= 1


a = Thread(target=count, args=[200_000], name="A")
b = Thread(target=count, args=[200_000], name="B")
a.start(), b.start()
a.join(), b.join()
print("both have counted")
