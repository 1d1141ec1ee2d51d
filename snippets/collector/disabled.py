import gc
from weakref import WeakSet

Cell = type("Cell", (), {})
gc.disable()
for looped in (False, True):
    watch = WeakSet()
    for _ in range(5000):
        cell = Cell()
        cell.me = cell if looped else None
        watch.add(cell)
    del cell
    print("looped:" if looped else "plain: ", len(watch))
