# rejected by: never_oversells
from threading import Lock


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay

    def buy(self, n):
        with Lock():
            if self.left < n:
                return False
            self.left -= n
        try:
            self._pay(n)
        except BaseException:
            self.left += n
            raise
        self.sold += n
        return True
