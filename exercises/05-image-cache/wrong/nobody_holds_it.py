# rejected by: same_image_for_all
from weakref import WeakValueDictionary


class ImageCache:
    def __init__(self):
        self._images = WeakValueDictionary()

    def get(self, key, make):
        if key not in self._images:
            self._images[key] = make(key)
        return self._images[key]

    def __len__(self):
        return len(self._images)
