"""Checks of “A gate for connections”."""

import threading
import time
from contextlib import suppress

from lab.grading import InFlight, check, elapsed, expect, explore, join_all, raises, require


@check(points=2)
def lets_k_in(answer):
    """Of six threads exactly three are inside at once."""
    gate, meter, seen = answer.Gate(3), InFlight(), []

    def visit():
        with gate.enter():
            with meter:
                time.sleep(1)
                seen.append(gate.inside)

    with elapsed() as took:
        join_all(*[visit] * 6)
    expect(meter.most, 3, "the most threads inside Gate(3) at once")
    require(max(seen) == 3, f"gate.inside was {max(seen)} at most, expected 3.")
    expect(gate.inside, 0, "gate.inside after all have left")
    require(
        took.seconds < 2.5, f"Six visits of 1 s to Gate(3) took {took.seconds:.1f} s, expected 2."
    )


@check(points=1)
def frees_the_place_after_an_error(answer):
    """An error in the block frees the place, and goes on up."""
    gate = answer.Gate(1)
    with raises(LookupError, "a block in the gate that raises LookupError"):
        with gate.enter():
            raise LookupError
    expect(gate.inside, 0, "gate.inside after an error in the block")
    join_all(lambda: gate.enter(timeout=1).__enter__(), seconds=5)


@check(points=2)
def gives_up(answer):
    """With a timeout, it waits so long and then raises TimeoutError."""
    gate = answer.Gate(1)

    def hold():
        with gate.enter():
            time.sleep(100)

    thread = threading.Thread(target=hold, daemon=True, name="holds")
    thread.start()
    time.sleep(1)
    with elapsed() as took:
        with raises(TimeoutError, "enter(timeout=5) while another is inside Gate(1)"):
            with gate.enter(timeout=5):
                pass
    require(4.9 < took.seconds < 5.5, f"enter(timeout=5) waited {took.seconds:.1f} s.")
    with elapsed() as took:
        with raises(TimeoutError, "enter(timeout=0) while another is inside Gate(1)"):
            with gate.enter(timeout=0):
                pass
    require(took.seconds < 0.1, f"enter(timeout=0) waited {took.seconds:.1f} s.")
    expect(gate.inside, 1, "gate.inside after two time-outs")
    thread.join(200)

    def come_and_go():
        for _ in range(10):
            with gate.enter():
                time.sleep(3)

    thread = threading.Thread(target=come_and_go, daemon=True, name="comes and goes")
    thread.start()
    time.sleep(1)
    with elapsed() as took, suppress(TimeoutError):
        with gate.enter(timeout=5):
            pass
    require(
        took.seconds < 5.5,
        f"enter(timeout=5) waited {took.seconds:.1f} s, while another leaves and comes in again every 3 s.",
    )
    thread.join(200)
    with gate.enter(timeout=1):
        expect(gate.inside, 1, "gate.inside in the block")


@check(points=1)
def notices_one_leave_too_many(answer):
    """leave() with nobody inside is a ValueError, and makes no place."""
    gate = answer.Gate(1)
    with gate.enter():
        pass
    with raises(ValueError, "leave() with nobody inside"):
        gate.leave()
    expect(gate.inside, 0, "gate.inside after that")
    with gate.enter():
        with raises(TimeoutError, "a second enter(timeout=1) of Gate(1) after a leave() too many"):
            with gate.enter(timeout=1):
                pass


@check(points=3)
def right_in_every_schedule(answer):
    """Two threads at a gate for one: alone inside, and counted right, in every schedule."""

    def scenario(answer):
        gate, inside, most = answer.Gate(1), [], []

        def visit():
            with gate.enter():
                inside.append(1)
                most.append((len(inside), gate.inside))
                inside.pop()

        join_all(visit, visit)
        expect(
            most,
            [(1, 1), (1, 1)],
            "(threads inside, gate.inside), told by each of two threads in Gate(1)",
        )
        expect(gate.inside, 0, "gate.inside after all have left")

    def two(answer):
        gate = answer.Gate(2)

        def visit():
            with gate.enter():
                pass

        join_all(visit, visit)
        expect(gate.inside, 0, "gate.inside after two threads have been inside Gate(2)")

    explore(scenario, schedules=200)
    explore(two, schedules=200)
