import sys

values = None, 0, 2**30, 1.5, "", "a", "€", "😀"
for value in values:
    print(f"{value!r:>10} {sys.getsizeof(value):3} bytes")
