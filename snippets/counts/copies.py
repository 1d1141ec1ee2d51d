import copy

inner = ["b"]
a = ["a", inner]
same = a
flat = a[:]
deep = copy.deepcopy(a)
inner.append("c")
print(same, flat, deep)
