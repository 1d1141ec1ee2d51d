import gc


class Partner:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("goodbye,", self.name)


gc.collect()
ada, bob = Partner("Ada"), Partner("Bob")
ada.other, bob.other = bob, ada
del ada, bob
print("collected:", gc.collect(), gc.garbage)
