squares = (n * n for n in range(4))

print(4 in squares)
print(list(squares))
print(sum(squares))
