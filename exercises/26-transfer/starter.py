from threading import Lock


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = Lock()


def transfer(source, target, amount):
    """Move amount from source to target."""
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount
