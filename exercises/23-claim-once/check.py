"""Checks of “Claim it once”."""

from lab.grading import check, expect, explore, forbids, join_all


@check(points=1)
def one_after_another(answer):
    """Who comes first gets it, for ever."""
    owners = {}
    expect(
        answer.claim(owners, "seat 4", "Ada"), True, 'claim(owners, "seat 4", "Ada") of a free seat'
    )
    expect(
        answer.claim(owners, "seat 4", "Bob"),
        False,
        'claim(owners, "seat 4", "Bob") of Ada\'s seat',
    )
    expect(
        answer.claim(owners, "seat 5", "Bob"), True, 'claim(owners, "seat 5", "Bob") of a free seat'
    )
    expect(answer.owner(owners, "seat 4"), "Ada", 'owner(owners, "seat 4")')
    expect(answer.owner(owners, "seat 5"), "Bob", 'owner(owners, "seat 5")')


@check(points=2)
def any_name(answer):
    """Names may be the same, equal, or None."""
    for who in (None, "Ada", 0, 257, (), ("Ada",)):
        owners = {}
        got = [answer.claim(owners, "key", who) for _ in range(3)]
        expect(got, [True, False, False], f"three times claim(owners, 'key', {who!r})")
        expect(answer.owner(owners, "key"), who, f"owner(owners, 'key') after {who!r} claimed it")


@check(points=3)
def exactly_one(answer):
    """Of three who ask at once exactly one gets it, in every schedule."""

    def scenario(answer):
        owners = {}
        names = ["Ada", "Bob", "Ada"]
        got = join_all(*(lambda who=who: answer.claim(owners, "seat", who) for who in names))
        expect(got.count(True), 1, f"how many of {', '.join(names)} were told True")
        expect(got.count(False), 2, f"how many of {', '.join(names)} were told False")
        expect(answer.owner(owners, "seat"), names[got.index(True)], "owner(owners, 'seat')")

    explore(scenario, schedules=300)


@check(points=1)
def without_a_lock(answer):
    """It uses no lock."""
    for name in (
        "threading.Lock",
        "threading.RLock",
        "threading.Semaphore",
        "threading.Condition",
        "_thread.allocate_lock",
    ):
        forbids(answer, name, "One call of the dict is enough.")
