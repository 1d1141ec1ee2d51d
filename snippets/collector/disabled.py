import gc
import weakref


class Cell: ...


def alive(looped):
    cells = [Cell() for _ in range(5000)]
    for cell in cells:
        cell.me = cell if looped else None
    watch = [weakref.ref(cell) for cell in cells]
    del cell, cells
    return sum(ref() is not None for ref in watch)


gc.disable()
print("plain: ", alive(looped=False))
print("looped:", alive(looped=True))
gc.enable()
