import sys

for total in (10, 1_000, 1_000_000):
    items, moves, size = [], 0, 0
    for i in range(total):
        items.append(i)
        if sys.getsizeof(items) != size:
            moves, size = moves + 1, sys.getsizeof(items)
    print(f"{total:9,} appends: {moves:3} moves")
