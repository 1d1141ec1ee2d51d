def logger():
    seen = []

    def log(text):
        seen.append(text)

    return log


a = logger()
b = logger()
del a
