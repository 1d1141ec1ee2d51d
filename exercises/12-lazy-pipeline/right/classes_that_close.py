class Stage:
    def __init__(self, source):
        self.source = source
        self.iterator = iter(source)

    def __iter__(self):
        return self

    def close(self):
        if hasattr(self.source, "close"):
            self.source.close()


class parse(Stage):
    def __next__(self):
        return int(next(self.iterator))


class keep(Stage):
    def __init__(self, numbers, least):
        super().__init__(numbers)
        self.least = least

    def __next__(self):
        while (n := next(self.iterator)) < self.least:
            pass
        return n


class scale(Stage):
    def __init__(self, numbers, factor):
        super().__init__(numbers)
        self.factor = factor

    def __next__(self):
        return next(self.iterator) * self.factor
