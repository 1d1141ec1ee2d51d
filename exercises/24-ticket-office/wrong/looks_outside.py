# rejected by: never_oversells
from threading import Lock


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay
        self._lock = Lock()

    def buy(self, n):
        if self.left < n:
            return False
        self._pay(n)
        with self._lock:
            self.left -= n
            self.sold += n
        return True
