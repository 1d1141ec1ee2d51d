# rejected by: forgets_at_once
import weakref


class ImageCache:
    def __init__(self):
        self._images = {}

    def get(self, key, make):
        image = self._images.get(key)
        if image is None:
            image = make(key)
            weakref.ref(image)
            self._images[key] = image
        return image

    def __len__(self):
        return len(self._images)
