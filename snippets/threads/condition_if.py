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


eaters = [Thread(target=eat, name=n) for n in "AB"]
for t in (
    *eaters,
    Thread(target=bake),
    Thread(target=bake),
):
    t.start()
