# rejected by: forgets_at_once
import weakref


class ImageCache:
    def __init__(self):
        self._images = {}

    def get(self, key, make):
        image = None
        if key in self._images:
            image = self._images[key]()
        if image is None:
            image = make(key)
            self._images[key] = weakref.ref(image)
        return image

    def __len__(self):
        return len(self._images)
