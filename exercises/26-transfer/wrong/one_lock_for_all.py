# rejected by: others_need_not_wait
import time
from threading import Lock

bank = Lock()


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = Lock()


def transfer(source, target, amount):
    with bank:
        while source.lock.locked() or target.lock.locked():
            time.sleep(0.01)
        if source.balance < amount:
            raise ValueError("too little money")
        source.balance -= amount
        target.balance += amount
