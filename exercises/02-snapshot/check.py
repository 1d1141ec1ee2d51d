"""Checks of “Snapshot of a configuration”."""

from lab.grading import check, expect, peak_bytes, require


def configuration():
    """A configuration with containers inside containers."""
    return {
        "name": "server",
        "paths": ["/home", "/usr"],
        "limits": {"users": [1, 2], "hosts": {"a", "b"}},
        "routes": [("GET", ["/"]), {"PUT": ["/x"]}],
        7: [None, True, 1.5],
        "blob": bytearray(100),
    }


@check(points=1)
def is_equal(answer):
    """The snapshot has what the configuration has, of the same types."""
    snap = answer.snapshot(configuration())
    require(
        isinstance(snap, dict), f"snapshot(config) returned {type(snap).__name__}, expected dict."
    )
    expect(snap, configuration(), "snapshot(config)")


@check(points=1)
def the_dictionary_is_its_own(answer):
    """What is put into config later is not in the snapshot, and the other way round."""
    config = configuration()
    snap = answer.snapshot(config)
    config["name"] = "changed"
    config["new"] = 1
    expect(snap, configuration(), "the snapshot after config['name'] and config['new'] were set")
    snap["own"] = 1
    require("own" not in config, "After snap['own'] = 1 config has 'own' too.")


@check(points=3)
def what_is_inside_too(answer):
    """Edits of the lists, dictionaries and sets inside do not show, at any depth."""
    edits = [
        ("paths", "config['paths'].append('/tmp')", lambda config: config["paths"].append("/tmp")),
        (
            "limits",
            "config['limits']['users'].append(3)",
            lambda config: config["limits"]["users"].append(3),
        ),
        (
            "limits",
            "config['limits']['hosts'].add('c')",
            lambda config: config["limits"]["hosts"].add("c"),
        ),
        ("limits", "config['limits']['new'] = 1", lambda config: config["limits"].update(new=1)),
        (
            "routes",
            "config['routes'][0][1].append('/y')",
            lambda config: config["routes"][0][1].append("/y"),
        ),
        (
            "routes",
            "config['routes'][1]['PUT'].clear()",
            lambda config: config["routes"][1]["PUT"].clear(),
        ),
        (7, "config[7].pop()", lambda config: config[7].pop()),
    ]
    for key, what, edit in edits:
        config = configuration()
        snap = answer.snapshot(config)
        edit(config)
        expect(snap[key], configuration()[key], f"snap[{key!r}] after {what}")


@check(points=1)
def shares_the_blob(answer):
    """snap['blob'] is config['blob'], so that what is written into it shows in both."""
    config = configuration()
    snap = answer.snapshot(config)
    require(snap["blob"] is config["blob"], "snap['blob'] is another object than config['blob'].")


@check(points=2)
def does_not_copy_it_for_a_moment(answer):
    """Taking the snapshot needs less than a megabyte beside a blob of five."""
    config = configuration() | {"blob": bytearray(5_000_000)}
    answer.snapshot(configuration())
    peak = peak_bytes(lambda: answer.snapshot(config))
    require(
        peak < 1_000_000,
        f"snapshot(config) needed {peak:,} bytes at its peak, expected fewer than 1,000,000.",
        numbers=[("bytes at the peak", peak, 1_000_000, "B", "less")],
    )
