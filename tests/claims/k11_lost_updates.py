"""K11: with the GIL, two threads lose none of their `counter += 1` since 3.10, and many once a call stands between the read and the write."""
# runs on: engine, python>=3.10

import sys
import threading

TURNS = 50_000
counter = 0


def plain():
    global counter
    for _ in range(TURNS):
        counter += 1


def add_one(number):
    return number + 1


def with_call():
    global counter
    for _ in range(TURNS):
        counter = add_one(counter)


def lost(work):
    global counter
    counter = 0
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 2 * TURNS - counter


has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
sys.setswitchinterval(1e-5)
# Who is switched when is chance on a real machine: give chance some tries.
assert any(lost(with_call) > 0 for _ in range(40))
if has_gil:
    assert [lost(plain) for _ in range(5)] == [0] * 5
else:
    assert any(lost(plain) > 0 for _ in range(40))
