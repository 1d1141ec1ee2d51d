"""Checks of “A cache that lets go”."""

from lab.grading import check, collector_off, expect, life, raises, require, require_freed


class Image:
    """An image of no pixels is false."""

    def __init__(self, key, pixels=1):
        self.key = key
        self.pixels = pixels

    def __len__(self):
        return self.pixels


@check(points=1)
def same_image_for_all(answer):
    """As long as an image is held, get returns that one; another key has another."""
    cache = answer.ImageCache()
    expect(len(cache), 0, "len(cache) of a new cache")
    cat, dog = cache.get("cat", Image), cache.get("dog", Image)
    require(
        type(cat) is Image,
        f"get('cat', make) returned {cat!r}, expected what make('cat') returned.",
    )
    expect((cat.key, dog.key), ("cat", "dog"), "the keys that make was called with")
    require(
        cache.get("cat", Image) is cat,
        "get('cat', make) returned another image while the first is held.",
    )
    require(
        cache.get("dog", Image) is dog,
        "get('dog', make) returned another image while the first is held.",
    )
    expect(len(cache), 2, "len(cache) with two images held")
    expect(len(answer.ImageCache()), 0, "len() of another cache")


@check(points=2)
def made_once(answer):
    """make is called once for an image that is held, also for one that is false."""
    for pixels, what in ((1, "an image"), (0, "an image without pixels (false)")):
        made = []

        def make(key, made=made, pixels=pixels):
            made.append(key)
            return Image(key, pixels)

        cache = answer.ImageCache()
        held = [cache.get("cat", make) for _ in range(3)]
        expect(
            made,
            ["cat"],
            f"what make was called with, after three get('cat', make) of {what} that is held,",
        )
        require(
            held[0] is held[2],
            "The first and the third get('cat', make) returned different images.",
        )


@check(points=3)
def forgets_at_once(answer):
    """An image that nobody holds is freed and forgotten, with the garbage collector off."""
    with collector_off():
        cache = answer.ImageCache()
        image = cache.get("cat", Image)
        other = cache.get("dog", Image)
        subject = life(image)
        del image
        require_freed(
            subject, "After `del image` the image is still alive: something refers to it."
        )
        expect(len(cache), 1, "len(cache) after one of two images was let go")
        require(
            cache.get("dog", Image) is other,
            "get('dog', make) returned another image while the first is held.",
        )
        del other
        expect(len(cache), 0, "len(cache) after both were let go")


@check(points=1)
def makes_it_anew(answer):
    """After an image was let go, get makes a new one, and keeps to that."""
    made = []

    def make(key):
        made.append(key)
        return Image(key)

    cache = answer.ImageCache()
    for _ in range(2):
        image = cache.get("cat", make)
        require(
            cache.get("cat", make) is image,
            "get('cat', make) returned another image while one is held.",
        )
        del image
    expect(
        made,
        ["cat", "cat"],
        "what make was called with, after an image was held, let go, and asked for again,",
    )


@check(points=1)
def refuses_what_cannot_be_weak(answer):
    """What cannot be referred to weakly is a TypeError, and is not kept."""
    cache = answer.ImageCache()
    for what, value in (("a list", [1]), ("None", None), ("a number", 12.5)):
        with raises(TypeError, f"get('x', make) where make returns {what}"):
            cache.get("x", lambda key, value=value: value)
    expect(len(cache), 0, "len(cache) after those")
