saved = []


class Phoenix:
    def __del__(self):
        print("  __del__ runs")
        saved.append(self)


bird = Phoenix()
print("del bird")
del bird
print("saved.clear()")
saved.clear()
print("saved:", saved)
