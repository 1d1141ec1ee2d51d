class Counter:
    def __init__(self):
        while True:
            pass
