from threading import Lock, Thread

a, b, c = Lock(), Lock(), Lock()


def dine(left, right):
    with left:
        with right:
            pass  # eats


Thread(target=dine, args=(a, b), name="Ada").start()
Thread(target=dine, args=(b, c), name="Bob").start()
Thread(target=dine, args=(c, a), name="Cyd").start()
