import gc


class Room: ...


print("42    ", gc.is_tracked(42))
print("'text'", gc.is_tracked("text"))
print("()    ", gc.is_tracked(()))
print("[]    ", gc.is_tracked([]))
print("{}    ", gc.is_tracked({}))
print("object", gc.is_tracked(object()))
print("Room()", gc.is_tracked(Room()))
print("len   ", gc.is_tracked(len))
