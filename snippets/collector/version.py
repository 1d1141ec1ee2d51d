import gc
import sys

print("Python", *sys.version_info[:3])
print("thresholds", gc.get_threshold())
probe = []
gc.collect(0)
for n in range(3):
    found = gc.get_objects(generation=n)
    if any(thing is probe for thing in found):
        print("a survivor is in", n)
