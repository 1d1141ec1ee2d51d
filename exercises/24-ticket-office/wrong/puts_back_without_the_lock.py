# rejected by: loses_no_count
from threading import Lock


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._lock = Lock()
        self._pay = pay

    def buy(self, n):
        """Sell n tickets, or return False."""
        with self._lock:
            if n > self.left:
                return False
            self.left -= n
        try:
            self._pay(n)
        except Exception:
            self.left += n
            raise
        with self._lock:
            self.sold += n
        return True
