import sys
from threading import Thread


def count(turns):
    while turns:
        turns -= 1


sys.setswitchinterval(0.001)  # seconds; 0.005 without it
for name in "AB":
    Thread(target=count, args=[80_000], name=name).start()
