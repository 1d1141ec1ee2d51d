import gc

leak = ["big data"]
cache = {"last": leak}
for holder in gc.get_referrers(leak):
    if type(holder) is dict:
        if "last" in holder:
            holder.clear()
del holder
del leak
