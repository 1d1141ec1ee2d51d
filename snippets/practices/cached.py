import functools
import weakref


class Report:
    @functools.cache
    def total(self):
        return 42

    @functools.cached_property
    def size(self):
        return 42


report, other = Report(), Report()
report.total(), other.size
watch = [weakref.ref(report), weakref.ref(other)]
del report, other
print("cache:          ", watch[0]() is not None)
print("cached_property:", watch[1]() is not None)
