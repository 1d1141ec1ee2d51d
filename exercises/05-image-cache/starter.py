class ImageCache:
    def __init__(self):
        self._images = {}

    def get(self, key, make):
        """The image for key, made where there is none."""
        if key not in self._images:
            self._images[key] = make(key)
        return self._images[key]

    def __len__(self):
        return len(self._images)
