rows = []
for turn in range(8):
    rows.append([0.0] * 1_500_000)

del rows
small = [0.0] * 1_000
print(len(small))
