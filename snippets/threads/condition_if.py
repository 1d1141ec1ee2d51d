from threading import Condition, Thread

basket, filled = [], Condition()


def eat():
    with filled:
        if not basket:
            filled.wait()
        basket.pop()


def bake():
    with filled:
        basket.append("bread")
        filled.notify_all()


for job in bake, eat, eat, bake:
    Thread(target=job).start()
