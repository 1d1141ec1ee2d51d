from itertools import permutations

for code in ("rw", "r[w]", "[rw]"):  # [ ] is the lock
    legal = wrong = 0
    for order in set(permutations("AB" * len(code))):
        x, mine, held = 0, {}, False
        steps = {who: iter(code) for who in "AB"}
        for who in order:
            step = next(steps[who])
            if step == "[" and held:
                break  # impossible: it would wait
            held = step == "[" or (held and step != "]")
            mine[who] = (
                x if step == "r" else mine.get(who)
            )
            x = mine[who] + 1 if step == "w" else x
        else:
            legal, wrong = legal + 1, wrong + (x != 2)
    print(f"{code:5}{wrong} of {legal} orders lose one")
