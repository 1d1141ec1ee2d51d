"""Checks of “A GIL of your own”."""

from lab.grading import check, expect, generated, reference


def thread(pattern):
    """A thread that works at `w` and does I/O at `i`."""
    for letter in pattern:
        yield "io" if letter == "i" else "work"


def ran(run, patterns):
    """The ticks as a text, `.` where nobody ran."""
    ticks = run({name: thread(pattern) for name, pattern in patterns.items()})
    return "".join("." if name is None else str(name) for name in ticks)


def compare(answer, expected, **patterns):
    """Run these threads and compare, tick by tick."""
    shown = ", ".join(f"{name}: {pattern}" for name, pattern in patterns.items())
    expect(
        ran(answer.run, patterns),
        expected,
        f"the ticks of run with {shown or 'no thread'} (w works, i does I/O)",
    )


@check(points=1)
def alone(answer):
    """A thread alone runs on, however long."""
    compare(answer, "A" * 12, A="w" * 12)
    compare(answer, "", A="")
    compare(answer, "")


@check(points=2)
def takes_turns(answer):
    """With others waiting it lets go after five ticks in a row, and not before."""
    compare(answer, "AAAAABBBBBAAABB", A="w" * 8, B="w" * 7)
    compare(answer, "AAABBBBBBBB", A="www", B="w" * 8)
    compare(answer, "AAAAABBBBBCCCCCAABBCC", A="w" * 7, B="w" * 7, C="w" * 7)


@check(points=2)
def lets_go_at_once_for_io(answer):
    """At I/O it lets go at once; when it comes back it queues up behind the others."""
    compare(answer, "ABBBBBABBBBB"[:11], A="iw", B="w" * 9)
    compare(answer, "ABCBC"[:3] + "BC", A="i", B="iw", C="iw")


@check(points=1)
def waits_for_nobody(answer):
    """While all are in I/O, time goes by."""
    compare(answer, "A..A..A", A="iiw")
    compare(answer, "AB.AB", A="iw", B="iw")


@check(points=1)
def ends_in_the_queue(answer):
    """A thread that has ended takes no tick."""
    compare(answer, "AABBB", A="ww", B="www", C="")
    compare(answer, "A", B="", A="w")


@check(points=2)
def any_threads(answer):
    """Forty other programs, tick by tick."""
    dice = generated()
    good = reference()
    for _ in range(40):
        patterns = {
            name: "".join(dice.choice("wwwwi") for _ in range(dice.randint(0, 14)))
            for name in "ABCD"[: dice.randint(1, 4)]
        }
        compare(answer, ran(good.run, patterns), **patterns)
