# rejected by: without_a_lock
from threading import Lock

lock = Lock()


def claim(owners, key, who):
    with lock:
        if key in owners:
            return False
        owners[key] = who
        return True


def owner(owners, key):
    return owners[key]
