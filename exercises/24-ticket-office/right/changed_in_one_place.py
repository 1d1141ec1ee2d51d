from threading import Condition


class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay
        self._guard = Condition()

    def _change(self, left, sold):
        with self._guard:
            if self.left + left < 0:
                return False
            self.left += left
            self.sold += sold
            return True

    def buy(self, n):
        if not self._change(-n, 0):
            return False
        paid = False
        try:
            self._pay(n)
            paid = True
        finally:
            self._change(0 if paid else n, n if paid else 0)
        return True
