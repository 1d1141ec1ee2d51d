from threading import Thread


def count(change):
    global x
    for _ in range(500_000):
        x += change(1) if change else 1


for change in None, int:
    x = 0
    jobs = [
        Thread(target=count, args=[change]) for _ in "AB"
    ]
    [t.start() for t in jobs]
    [t.join() for t in jobs]
    print("lost:", 1_000_000 - x)
