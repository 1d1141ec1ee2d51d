class Stopwatch:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return "stopped after 3 ms"


with Stopwatch():
    print("before")
    print({}["missing"])
    print("after")
print("the end, and no error")
