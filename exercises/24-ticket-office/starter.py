class TicketOffice:
    def __init__(self, total, pay):
        self.left = total
        self.sold = 0
        self._pay = pay

    def buy(self, n):
        """Sell n tickets, or return False."""
        if self.left < n:
            return False
        self._pay(n)
        self.left -= n
        self.sold += n
        return True
