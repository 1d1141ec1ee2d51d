def parse():
    data = ["x", "y"]
    raise LookupError("no")


try:
    parse()
except LookupError as error:
    saved = error

print(repr(saved))
saved.__traceback__ = None
del saved
