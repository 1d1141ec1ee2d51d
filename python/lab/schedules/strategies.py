"""Schedules: which thread ran next at every choice, followed, drawn by lot, or searched in order.

Choices are numbered from 0. The candidates begin with the current thread where that could go on,
the others follow in the order in which they became ready; index 0 is the default. A schedule is a
dict of the choices that differ: number → index.
"""

from hashlib import sha256
from random import Random
from re import fullmatch


class Path:
    """Follows a schedule, goes on by default, and notes every choice."""

    is_fair = False

    def __init__(self, schedule=None):
        self._schedule = schedule or {}
        self.choices = []  # (number of candidates, index chosen, whether the current could go on)

    def choose(self, candidates, current):
        """Return one of the candidates."""
        index = self._pick(len(self.choices), candidates)
        if index >= len(candidates):
            index = 0
        self.choices.append((len(candidates), index, current is not None))
        return candidates[index]

    def _pick(self, number, candidates):
        return self._schedule.get(number, 0)

    def taken(self):
        """The schedule that was followed in the end."""
        return {number: index for number, (_, index, _) in enumerate(self.choices) if index}

    def preemptions(self):
        """How often a thread that could go on had to stop."""
        return sum(1 for _, index, could_go_on in self.choices if index and could_go_on)


class RandomWalk(Path):
    """At every choice any candidate, with equal chances."""

    def __init__(self, seed):
        super().__init__()
        self._random = Random(seed)

    def _pick(self, number, candidates):
        return self._random._randbelow(len(candidates))


class Priorities(Path):
    """The thread of the highest priority runs; at a few random points it falls below all others.

    Probabilistic concurrency testing (Burckhardt and others, ASPLOS 2010): finds a bug that needs
    `depth` ordered events in a program of `length` choices with a chance known beforehand.
    """

    def __init__(self, seed, depth, length):
        super().__init__()
        self._random = Random(seed)
        self._falls = {self._random.randrange(max(1, length)): -place for place in range(depth - 1)}
        self._priority = {}

    def _pick(self, number, candidates):
        priority = self._priority
        for thread in candidates:
            if thread not in priority:
                priority[thread] = 1 + self._random.random()
        best = max(candidates, key=priority.__getitem__)
        if number in self._falls:
            priority[best] = self._falls[number]
            best = max(candidates, key=priority.__getitem__)
        return candidates.index(best)


def following(choices, most_preemptions=None):
    """The schedule after the one with these choices, depth first; None after the last.

    `most_preemptions` bounds how often a thread that could go on may be stopped.
    """
    used = [0]
    for _, index, could_go_on in choices:
        used.append(used[-1] + bool(index and could_go_on))
    for number in range(len(choices) - 1, -1, -1):
        candidates, index, could_go_on = choices[number]
        costs_more = could_go_on and index == 0
        if index + 1 == candidates or (costs_more and used[number] == most_preemptions):
            continue
        before = {n: i for n, (_, i, _) in enumerate(choices[:number]) if i}
        return before | {number: index + 1}
    return None


def edition(source):
    """Tells one program text from another."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def to_id(schedule, source):
    """A text that names a schedule of one program, for instance `1f0c92ab-1.1-2.1`."""
    return "-".join([edition(source), *(f"{n}.{i}" for n, i in sorted(schedule.items()))])


def from_id(text, source):
    """The schedule that `to_id` named; ValueError with a sentence if it is not this program's."""
    # It comes with a link that anybody may have written, so it is not repeated.
    if not fullmatch(r"[0-9a-f]{8}(-[0-9]{1,9}\.[0-9]{1,9})*", text):
        raise ValueError("This link or id names no schedule: it was cut short, or changed.")
    head, *choices = text.split("-")
    schedule = {int(n): int(i) for n, i in (choice.split(".") for choice in choices)}
    if head != edition(source):
        raise ValueError("This schedule belongs to another version of the program.")
    return schedule
