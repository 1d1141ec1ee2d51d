import pickle


def send(label, thing):
    try:
        print(label, len(pickle.dumps(thing)), "bytes")
    except Exception as error:
        print(label, "no:", type(error).__name__)


numbers = list(range(1_000_000))
send("print function:", print)
send("a lambda:      ", lambda n: n + 1)
send("a million ints:", numbers)
copy = pickle.loads(pickle.dumps(numbers))
print("the same list?  ", copy is numbers)
