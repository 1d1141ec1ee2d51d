import sys

box = []
print("global:", sys.getrefcount(box))


def inside():
    box = []
    print("local: ", sys.getrefcount(box))


inside()
print("None:  ", sys.getrefcount(None))
