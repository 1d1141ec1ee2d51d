"""Checks of “Made once, when it is needed”."""

import time

from lab.grading import check, expect, explore, join_all, raises, require


class Counted:
    """A lock that counts how often it is taken."""

    def __init__(self, lock):
        self._lock = lock
        self.taken = 0

    def acquire(self, *arguments, **options):
        """Take it, and count."""
        self.taken += 1
        return self._lock.acquire(*arguments, **options)

    def release(self):
        """Give it back."""
        self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


@check(points=1)
def made_when_asked_for(answer):
    """Nothing is made before get(), and then once."""
    calls = []

    def factory():
        calls.append(1)
        return ["value"]

    once = answer.Once(factory)
    expect(len(calls), 0, "the calls of factory before get()")
    first = once.get()
    require(first is once.get(), "Two get() return two objects.")
    expect((first, len(calls)), (["value"], 1), "(get(), the calls of factory) after two get()")


@check(points=1)
def none_is_a_value(answer):
    """A factory that returns None is called once too."""
    calls = []
    once = answer.Once(lambda: calls.append(1))
    expect(
        [once.get() for _ in range(3)],
        [None, None, None],
        "three get() of a factory that returns None",
    )
    expect(len(calls), 1, "the calls of that factory")
    for value in (0, False, "", ()):
        calls.clear()
        once = answer.Once(lambda value=value: (calls.append(1), value)[1])
        expect(
            [once.get(), once.get(), len(calls)],
            [value, value, 1],
            f"get(), get() and the calls of a factory that returns {value!r}",
        )


@check(points=2)
def tries_again_after_an_error(answer):
    """An error goes to who asked; the next get() tries again."""
    calls = []

    def factory():
        calls.append(1)
        if len(calls) == 1:
            raise OSError("not yet")
        return "value"

    once = answer.Once(factory)
    with raises(OSError, "the first get() of a factory that raises the first time"):
        once.get()
    expect(join_all(once.get, once.get), ["value", "value"], "two more get()")
    expect(len(calls), 2, "the calls of that factory")


@check(points=2)
def slow_to_make(answer):
    """Eight threads ask for what takes a second to make: one call."""
    calls = []

    def factory():
        calls.append(1)
        time.sleep(1)
        return "value"

    once = answer.Once(factory)
    expect(join_all(*[once.get] * 8), ["value"] * 8, "eight get() at once")
    expect(
        len(calls), 1, "the calls of a factory that takes a second, when eight threads ask at once"
    )


@check(points=3)
def one_call_in_every_schedule(answer):
    """Two threads ask at once: one call, in every schedule."""

    def scenario(answer):
        calls = []

        def factory():
            calls.append(1)
            time.sleep(1)
            return len(calls)

        once = answer.Once(factory)
        expect(
            join_all(once.get, once.get),
            [1, 1],
            "two get() at once, the factory counting its calls",
        )

    explore(scenario, schedules=300)


@check(points=2)
def no_lock_afterwards(answer):
    """Once it is made, get() takes no lock."""
    once = answer.Once(lambda: "value")
    locks = [name for name, value in vars(once).items() if hasattr(value, "acquire")]
    require(locks, "The object has no lock as an attribute.")
    once.get()
    counted = [Counted(getattr(once, name)) for name in locks]
    for name, lock in zip(locks, counted):
        setattr(once, name, lock)
    expect(once.get(), "value", "get() once it is made")
    taken = sum(lock.taken for lock in counted)
    expect(taken, 0, "how often get() took a lock once the value was made")
