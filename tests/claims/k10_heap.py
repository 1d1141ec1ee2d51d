"""K10: in the browser the interpreter's memory grows and never shrinks, but what was freed in it is used again."""
# runs on: engine

import gc

from lab.host import memory as heap

MEGABYTES = 200

before = heap()
block = bytearray(MEGABYTES * 1_000_000)
grown = heap()
assert grown > before + (MEGABYTES - 50) * 1_000_000, (before, grown)
del block
gc.collect()
assert heap() == grown
block = bytearray(MEGABYTES * 1_000_000)
assert heap() == grown
