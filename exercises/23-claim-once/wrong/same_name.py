# rejected by: any_name
def claim(owners, key, who):
    return owners.setdefault(key, who) is who


def owner(owners, key):
    return owners[key]
