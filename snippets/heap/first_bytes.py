a = ["x", "y"]
b = a
a.append("z")
rows = [a] * 300
del b
rows.clear()
a += range(70)
