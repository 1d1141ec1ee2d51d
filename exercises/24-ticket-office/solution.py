from threading import Lock


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay
        self._lock = Lock()

    def buy(self, n):
        """Sell n tickets, or return False."""
        with self._lock:
            if self.left < n:
                return False
            self.left -= n
        try:
            self._pay(n)
        except BaseException:
            with self._lock:
                self.left += n
            raise
        with self._lock:
            self.sold += n
        return True
