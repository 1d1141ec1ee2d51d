"""Checks of “The ghost bus”."""

from lab.grading import check, expect, require


@check(points=1)
def picks_and_drops(answer):
    """Passengers get on and off."""
    bus = answer.Bus(["Ann", "Bob", "Cid"])
    expect(bus.passengers, ["Ann", "Bob", "Cid"], "Bus(['Ann', 'Bob', 'Cid']).passengers")
    bus.pick("Dee")
    bus.drop("Bob")
    expect(
        bus.passengers, ["Ann", "Cid", "Dee"], "bus.passengers after pick('Dee') and drop('Bob')"
    )
    expect(answer.Bus([]).passengers, [], "Bus([]).passengers")


@check(points=2)
def no_ghosts(answer):
    """Buses made without passengers have nothing in common."""
    first, second = answer.Bus(), answer.Bus()
    first.pick("Ann")
    expect(first.passengers, ["Ann"], "the first bus's passengers after first.pick('Ann')")
    expect(second.passengers, [], "the second bus's passengers after first.pick('Ann')")
    expect(answer.Bus().passengers, [], "Bus().passengers after that")


@check(points=2)
def leaves_the_list_alone(answer):
    """The list that was given and the bus do not change each other."""
    for team in (["Ann", "Bob"], []):
        before = list(team)
        bus = answer.Bus(team)
        bus.pick("Cid")
        expect(team, before, f"the list given to Bus({before}), after bus.pick('Cid')")
        team.append("Dee")
        expect(
            bus.passengers,
            [*before, "Cid"],
            "bus.passengers after another name was added to the list that was given",
        )
    team = ["Ann", "Bob"]
    answer.Bus(team).drop("Ann")
    expect(team, ["Ann", "Bob"], "the list given to Bus(['Ann', 'Bob']), after bus.drop('Ann')")


@check(points=1)
def takes_any_names(answer):
    """A tuple or a generator of names will do."""
    for what, names in (
        ("a tuple", ("Ann", "Bob")),
        ("a generator", (name for name in ("Ann", "Bob"))),
    ):
        bus = answer.Bus(names)
        bus.pick("Cid")
        expect(
            bus.passengers,
            ["Ann", "Bob", "Cid"],
            f"bus.passengers of {what} of Ann and Bob, after bus.pick('Cid'),",
        )


@check(points=1)
def no_default_can_be_changed(answer):
    """None of the defaults of __init__ can be changed."""
    function = answer.Bus.__init__
    for default in (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()):
        kind = type(default)
        changes = [name for name in ("append", "add", "__setitem__") if hasattr(kind, name)]
        require(
            not changes,
            f"A default of Bus.__init__ is a {kind.__name__}, which anybody who holds it can change.",
        )
