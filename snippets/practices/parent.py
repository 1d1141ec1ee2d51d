import gc
import weakref


class Folder:
    def __init__(self, name, parent=None):
        self.name, self.parent = name, parent

    def __del__(self):
        print("  freed:", self.name)


gc.disable()
for link in (lambda top: top, weakref.ref):
    print("weak" if link is weakref.ref else "strong")
    top = Folder("top")
    top.sub = Folder("sub", parent=link(top))
    del top
print("collector")
gc.enable()
gc.collect()
