import re
from itertools import permutations

for code in ("rw", "r[w]", "[rw]"):  # [ ] is the lock
    legal = lost = 0
    for order in set(permutations("AB" * len(code))):
        plans = {"A": iter(code), "B": iter(code)}
        trace = "".join(next(plans[who]) for who in order)
        if re.search(r"\[[^]]*\[", trace):
            continue  # impossible: it would wait
        legal += 1
        lost += trace.rindex("r") < trace.index("w")
    print(f"{code:5}{lost} of {legal} orders lose one")
