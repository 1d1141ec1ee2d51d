print([] is [])
print(id([]) == id([]))

old = [1, 2, 3]
place = id(old)
del old
new = ["something", "else"]
print(id(new) == place)
