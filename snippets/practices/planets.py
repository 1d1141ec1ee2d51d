import weakref


class Planet: ...


names = "Venus", "Earth", "Mars"
planets = [Planet() for _ in names]
atlas = weakref.WeakValueDictionary()
for name, planet in zip(names, planets):
    atlas[name] = planet

del planets
print(list(atlas))
