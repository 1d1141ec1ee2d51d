def claim(owners, key, who):
    """True to exactly one of all who ask for a key."""
    if key not in owners:
        owners[key] = who
        return True
    return False


def owner(owners, key):
    """Who has claimed the key."""
    return owners[key]
