import weakref


class Plain: ...


class Slotted:
    __slots__ = ()


things = (
    [],
    {},
    set(),
    (),
    7,
    "s",
    len,
    Plain(),
    Slotted(),
)
for thing in things:
    try:
        answer = weakref.ref(thing) and "yes"
    except TypeError:
        answer = "no"
    print(f"{answer:4}{type(thing).__name__}")
