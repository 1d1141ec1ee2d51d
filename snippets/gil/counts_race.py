from collections import Counter
from itertools import permutations

ends = Counter()
for order in set(permutations("+++---")):
    count, mine = 1, {}
    for step, sign in enumerate(order):
        if sign not in order[:step]:
            mine[sign] = count  # first step: load
        elif sign not in order[step + 1 :]:
            count = mine[sign] + int(sign + "1")  # store
    ends[count] += 1
print("freed while in use:", ends[0])
print("right:             ", ends[1])
print("never freed:       ", ends[2])
