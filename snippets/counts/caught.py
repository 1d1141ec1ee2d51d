def parse():
    data = ["a large", "table"]
    return data[9]


try:
    parse()
except IndexError as error:
    saved = error

print(saved)
saved.__traceback__ = None
del saved
