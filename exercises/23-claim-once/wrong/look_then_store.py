# rejected by: exactly_one
def claim(owners, key, who):
    if key not in owners:
        owners[key] = [who]
        return True
    return False


def owner(owners, key):
    return owners[key][0]
