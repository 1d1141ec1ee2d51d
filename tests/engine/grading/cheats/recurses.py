class Counter:
    def __init__(self):
        self.__init__()
