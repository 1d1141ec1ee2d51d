from tracemalloc import get_traced_memory, start, stop

slots = {"__slots__": ("x", "y")}
Plain = type("Plain", (), {})
Child = type("Child", (Plain,), slots)
Lean = type("Lean", (), slots)

for cls in (Plain, Child, Lean):
    start()
    things = []
    for _ in range(10_000):
        thing = cls()
        thing.x = thing.y = 0
        things.append(thing)
    print(cls.__name__, get_traced_memory()[0] // 10_000)
    stop()
