from threading import Lock, Thread

balance, lock = 0, Lock()


def deposit(amount):
    global balance
    with lock:
        balance += amount


ann = Thread(target=deposit, args=[100], name="Ann")
bob = Thread(target=deposit, args=[50], name="Bob")
ann.start(), bob.start()
ann.join(), bob.join()
assert balance == 150, f"the balance is {balance}"
