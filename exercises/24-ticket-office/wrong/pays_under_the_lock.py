# rejected by: pays_side_by_side
from threading import Lock


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay
        self._lock = Lock()

    def buy(self, n):
        with self._lock:
            if self.left < n:
                return False
            self._pay(n)
            self.left -= n
            self.sold += n
            return True
