# rejected by: forgets_at_once
from functools import lru_cache


class ImageCache:
    def __init__(self):
        self._get = lru_cache(maxsize=100)(lambda key, make: make(key))

    def get(self, key, make):
        return self._get(key, make)

    def __len__(self):
        return self._get.cache_info().currsize
