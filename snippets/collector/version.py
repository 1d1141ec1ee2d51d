import gc
import sys

seen = set()


def note(phase, info):
    seen.add(info["generation"])


gc.callbacks.append(note)
live = [[] for _ in range(50_000)]
gc.callbacks.remove(note)

print("Python", *sys.version_info[:3])
print("thresholds: ", gc.get_threshold())
print("collections of", sorted(seen))
