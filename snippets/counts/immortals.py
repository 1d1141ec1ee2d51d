one = None
other = None
small = 256
large = 257 * 1000
empty = ()
pair = [one, other]
big = large
pair.append(small)
del one, other
