import sys

box = []
print("global:", sys.getrefcount(box))


def inside():
    box = []
    print("local: ", sys.getrefcount(box))
    alias = box
    print("local, two names:", sys.getrefcount(box))


inside()
