import gc

data = ["big"]
shelf, box = [data], {"last": data}
for holder in gc.get_referrers(data):
    if holder is not globals():
        print(type(holder).__name__, holder)
