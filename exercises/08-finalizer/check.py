"""Checks of “Removed exactly once”."""

import atexit
import gc
import weakref

from lab.grading import check, collector_off, expect, life, require_freed


@check(points=1)
def close_removes_once(answer):
    """close() calls remove(name), a second close() does nothing."""
    removed = []
    thing = answer.TempThing("a.tmp", removed.append)
    expect(thing.name, "a.tmp", "TempThing('a.tmp', remove).name")
    expect(removed, [], "what was removed before close()")
    thing.close()
    expect(removed, ["a.tmp"], "what was removed by close()")
    thing.close()
    expect(removed, ["a.tmp"], "what was removed after a second close()")
    with collector_off():
        del thing
    expect(removed, ["a.tmp"], "what was removed after close(), close() and `del thing`")


@check(points=2)
def freed_means_removed(answer):
    """`del` of the last name frees the thing and removes it, once, with the collector off."""
    removed = []
    with collector_off():
        thing = answer.TempThing("a.tmp", removed.append)
        other = answer.TempThing("b.tmp", removed.append)
        subject = life(thing)
        del thing
        require_freed(subject, "After `del thing` it is still alive: something refers to it.")
        expect(removed, ["a.tmp"], "what was removed after `del thing`")
        del other
    gc.collect()
    expect(removed, ["a.tmp", "b.tmp"], "what was removed after both were let go")


@check(points=1)
def in_a_cycle_too(answer):
    """A thing in a cycle is removed once, when the collector frees it."""
    removed = []
    thing = answer.TempThing("a.tmp", removed.append)
    ring = [thing]
    thing.ring = ring
    subject = life(thing)
    del thing, ring
    gc.collect()
    require_freed(
        subject,
        "A thing in a cycle is still alive after gc.collect(): something outside refers to it.",
    )
    gc.collect()
    expect(removed, ["a.tmp"], "what was removed after gc.collect()")


@check(points=2)
def at_exit_at_the_latest(answer):
    """What is still open when the interpreter exits is removed then."""
    removed = []
    still_open = answer.TempThing("open.tmp", removed.append)
    closed = answer.TempThing("closed.tmp", removed.append)
    closed.close()
    atexit._run_exitfuncs()
    # That was for good; a finalizer made after this has to register again.
    weakref.finalize._shutdown = weakref.finalize._registered_with_atexit = False
    expect(
        removed,
        ["closed.tmp", "open.tmp"],
        "what was removed after close() of one and the exit functions",
    )
    del still_open
    expect(removed, ["closed.tmp", "open.tmp"], "what was removed after that one was let go too")
