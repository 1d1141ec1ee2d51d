"""What the collector tracks, finds and calls."""

import gc
import weakref

from common import emit


class Node:
    """Something that can refer to itself."""

    def __init__(self, log=None, name=""):
        self.log, self.name = log, name

    def __del__(self):
        if self.log is not None:
            self.log.append(self.name)


def finalizers() -> dict:
    """Collect a cycle of two with finalizers, a weak reference and its callback."""
    log = []
    a, b = Node(log, "a"), Node(log, "b")
    a.other, b.other = b, a
    weak = weakref.ref(a, lambda _: log.append("weakref callback"))
    del a, b
    before = list(log)
    gc.collect()
    return {
        "before": before,
        "log": sorted(log),
        "dead": weak() is None,
        "garbage": len(gc.garbage),
    }


def disabled() -> dict:
    """Make cycles with the collector off."""
    log = []
    gc.disable()
    for number in range(5000):
        node = Node(log, number)
        node.itself = node
    del node
    gone = len(log)
    gc.collect()
    gc.enable()
    return {"gone": gone, "gone_after_collect": len(log)}


gc.collect()
things = {
    "0": 0,
    "'a'": "a",
    "[]": [],
    "()": (),
    "object()": object(),
    "set()": set(),
    "instance": Node(),
    "class": Node,
}
emit(
    samples={
        "is_tracked": {name: gc.is_tracked(thing) for name, thing in things.items()},
        "threshold": gc.get_threshold(),
        "finalizers_in_cycle": finalizers(),
        "disabled": disabled(),
    }
)
