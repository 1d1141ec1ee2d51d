# rejected by: exactly_one
def claim(owners, key, who):
    try:
        owners[key]
    except KeyError:
        owners[key] = [who]
        return True
    return False


def owner(owners, key):
    return owners[key][0]
