from lab.pymalloc import alloc, free

a, b = alloc(17), alloc(17)
print(b - a)
row = alloc(512, 31)
big = alloc(513)
free(a)
print(alloc(32) == a)
