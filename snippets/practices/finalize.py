import gc
import weakref


class Temp:
    def __init__(self, name, own):
        act = self.close if own else print
        weakref.finalize(self, act, name).atexit = False

    def close(self, name):
        print(name)


Temp("given print", own=False)
Temp("given self.close", own=True)
gc.collect()
print("the end")
