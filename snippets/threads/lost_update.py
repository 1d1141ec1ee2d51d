from threading import Thread

balance = 0


def deposit(amount):
    global balance
    balance += amount


ann = Thread(target=deposit, args=[100], name="Ann")
bob = Thread(target=deposit, args=[50], name="Bob")
ann.start(), bob.start()
ann.join(), bob.join()
assert balance == 150, f"the balance is {balance}"
