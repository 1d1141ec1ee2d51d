# rejected by: made_once
from weakref import WeakValueDictionary


class ImageCache:
    def __init__(self):
        self._images = WeakValueDictionary()

    def get(self, key, make):
        image = self._images.get(key)
        if not image:
            image = make(key)
            self._images[key] = image
        return image

    def __len__(self):
        return len(self._images)
