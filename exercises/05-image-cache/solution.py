from weakref import WeakValueDictionary


class ImageCache:
    def __init__(self):
        self._images = WeakValueDictionary()

    def get(self, key, make):
        """The image for key, made where there is none."""
        image = self._images.get(key)
        if image is None:
            image = make(key)
            self._images[key] = image
        return image

    def __len__(self):
        return len(self._images)
