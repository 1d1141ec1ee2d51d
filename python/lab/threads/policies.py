"""How the next thread is chosen, wherever more than one could run.

A policy has a method `choose(candidates, current)`. `candidates` are threads that could run, in
the order in which they became able to, the current one first where it could go on; `current` is
that one or None. A choice depends on nothing but the policy's state: the same seed, the same run.
`is_fair` says whether locks are offered in turn, as CPython does, or to all who wait.
"""

from random import Random


class FirstComeFirstServed:
    """The thread that has waited longest; the current one goes on while it can."""

    is_fair = True

    def choose(self, candidates, current):
        """Return one of the candidates."""
        return candidates[0]


class Seeded:
    """Whoever the dice name among those that wait: an operating system promises no order either."""

    is_fair = True

    def __init__(self, seed):
        self._choice = Random(seed).choice

    def choose(self, candidates, current):
        """Return one of the candidates."""
        return self._choice(candidates) if current is None else current
