from collections import Counter
from itertools import permutations

ends = Counter()
for order in set(permutations("AABBCC")):
    stock, saw = 1, {}
    for buyer in order:
        if buyer not in saw:
            saw[buyer] = stock  # if stock > 0:
        elif saw[buyer] > 0:
            stock -= 1  #     stock -= 1
    ends[stock] += 1

for stock, orders in sorted(ends.items(), reverse=True):
    print(f"stock {stock:2} after {orders} of 90 orders")
