from itertools import permutations

for team in ("AAABBB", "AABBCC"):
    orders, wrong = set(permutations(team)), 0
    for order in orders:
        x, mine = 0, {}
        for step, name in enumerate(order):
            if name not in order[:step]:
                mine[name] = x  # first step: load
            elif name not in order[step + 1 :]:
                x = mine[name] + 1  # last step: store
        wrong += x != len(set(team))
    print(f"{team}: {wrong} of {len(orders)} orders lose")
