from functools import cache, cached_property
from weakref import ref


class Report:
    @cache
    def total(self): ...

    @cached_property
    def size(self): ...


one, two = Report(), Report()
one.total(), two.size
watch = ref(one), ref(two)
del one, two
print("alive:", [seen() is not None for seen in watch])
