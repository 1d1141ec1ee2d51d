import weakref


class Photo: ...


photo = Photo()
seen = weakref.ref(photo)
print(seen() is photo)
del photo
print(seen())
