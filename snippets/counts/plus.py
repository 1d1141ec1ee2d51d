a = [1, 2]
b = a
b += [3]
print("1.", a)

a = [1, 2]
b = a
b = b + [3]
print("2.", a)

t = ([1, 2], "text")
try:
    t[0] += [3]
except TypeError:
    print("3.", t[0])
