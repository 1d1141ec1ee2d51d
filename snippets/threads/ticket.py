from threading import Thread

stock = 1


def buy():
    global stock
    if stock > 0:
        stock -= 1


ann = Thread(target=buy, name="Ann")
bob = Thread(target=buy, name="Bob")
ann.start(), bob.start()
ann.join(), bob.join()
assert stock >= 0, f"{stock} tickets are left"
