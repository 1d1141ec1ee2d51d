import weakref


class Plain: ...


class Slots:
    __slots__ = ()


for cls in list, dict, set, tuple, int, Plain, Slots:
    try:
        weakref.ref(cls())
        print("yes", cls.__name__)
    except TypeError:
        print("no ", cls.__name__)
