# rejected by: any_name
def claim(owners, key, who):
    mine = [who]
    return owners.setdefault(key, mine) == mine


def owner(owners, key):
    return owners[key][0]
