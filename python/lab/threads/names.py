"""How a program calls what it made: by a variable, an attribute, or an item of something."""

import gc


def _is_namespace(value):
    return isinstance(value, dict) and "__name__" in value


def _keys_of(mapping, wanted):
    """The plain names under which a dict holds some of the values with these ids: (id, name)."""
    for key, other in mapping.items():
        if id(other) in wanted and isinstance(key, str) and not key.startswith("__"):
            yield id(other), key


def _holders_of(values):
    """Whatever refers to one of the values: a look through all objects, if there are any."""
    return gc.get_referrers(*values) if values else []


def _variables_of(wanted, holders):
    """id → the global variable that holds it, for the values with these ids that one holds."""
    found = {}
    for holder in filter(_is_namespace, holders):
        for value, key in _keys_of(holder, wanted):
            found.setdefault(value, key)
    return found


def _places_of(wanted, holders):
    """Where the values with these ids are held: (id, holder, what to write after its name)."""
    for holder in holders:
        attributes = getattr(holder, "__dict__", None)
        if isinstance(attributes, dict):
            if not _is_namespace(attributes):
                for value, key in _keys_of(attributes, wanted):
                    yield value, holder, f".{key}"
        elif isinstance(holder, (list, tuple, dict)) and not _is_namespace(holder):
            items = holder.items() if isinstance(holder, dict) else enumerate(holder)
            for key, other in items:
                if id(other) in wanted:
                    yield id(other), holder, f"[{key!r}]"


def names_of(values):
    """How the program calls each of these values, None where nothing that has a name holds it.

    Two looks through all objects at most, whatever the number of values: some milliseconds each.
    """
    wanted, holders = set(map(id, values)), _holders_of(values)
    names = _variables_of(wanted, holders)
    places = list(_places_of(wanted - names.keys(), holders))
    owned = [holder for _, holder, _ in places]
    owners = _variables_of(set(map(id, owned)), _holders_of(owned))
    for value, holder, suffix in places:  # of something that has a name itself
        if id(holder) in owners:
            names.setdefault(value, owners[id(holder)] + suffix)
    for value, holder, suffix in places:
        if suffix.startswith("."):
            names.setdefault(value, type(holder).__name__ + suffix)
    return [names.get(id(value)) for value in values]
