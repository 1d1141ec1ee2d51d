def claim(owners, key, who):
    """True to exactly one of all who ask for a key."""
    mine = [who]
    return owners.setdefault(key, mine) is mine


def owner(owners, key):
    """Who has claimed the key."""
    return owners[key][0]
