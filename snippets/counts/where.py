import sys

box = []
print("global:   ", sys.getrefcount(box))


def inside():
    box = []
    print("local:    ", sys.getrefcount(box))
    alias = box
    print("two names:", sys.getrefcount(box))


inside()
print("None:     ", sys.getrefcount(None))
