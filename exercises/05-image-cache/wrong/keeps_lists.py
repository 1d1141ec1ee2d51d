# rejected by: refuses_what_cannot_be_weak
from weakref import WeakValueDictionary


class ImageCache:
    def __init__(self):
        self._images = WeakValueDictionary()

    def get(self, key, make):
        image = self._images.get(key)
        if image is None:
            image = make(key)
            try:
                self._images[key] = image
            except TypeError:
                pass
        return image

    def __len__(self):
        return len(self._images)
