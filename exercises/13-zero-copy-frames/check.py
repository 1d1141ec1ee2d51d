"""Checks of “Frames without a copy”."""

from lab.grading import check, expect, fail, generated, peak_bytes, raises, require


def packed(*frames):
    """A buffer with these frames."""
    return bytearray(b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames))


def contents(answer, buffer):
    """What the frames hold."""
    return [bytes(frame) for frame in answer.frames(buffer)]


def require_growing(buffer, when):
    """The buffer has to be free to grow."""
    try:
        buffer.extend(b"more")
    except BufferError:
        fail(f"buffer.extend(b'more') raised a BufferError {when}: a view still holds the buffer.")


@check(points=1)
def finds_the_frames(answer):
    """The frames in their order, empty ones too."""
    expect(contents(answer, packed(b"hi")), [b"hi"], "the frames of b'\\0\\0\\0\\2hi'")
    expect(
        contents(answer, packed(b"", b"a", b"\0\0\0\7", b"")),
        [b"", b"a", b"\0\0\0\7", b""],
        "the frames of four, two of them empty,",
    )
    expect(contents(answer, bytearray()), [], "the frames of an empty buffer")
    random = generated("frames")
    several = [random.randbytes(random.choice((0, 1, 3, 255, 256, 257, 70_000))) for _ in range(12)]
    require(
        contents(answer, packed(*several)) == several,
        f"The frames of lengths {[len(one) for one in several]} are not what was packed.",
    )


@check(points=2)
def views_of_the_buffer(answer):
    """Each frame is a memoryview of the buffer itself: what changes there shows in it."""
    buffer = packed(b"first", b"second")
    for frame in answer.frames(buffer):
        require(
            isinstance(frame, memoryview),
            f"A frame is a {type(frame).__name__}, expected a memoryview.",
        )
        require(
            frame.obj is buffer,
            f"frame.obj is a {type(frame.obj).__name__} of its own, expected the buffer.",
        )
    buffer[4:9] = b"FIRST"
    frame = next(answer.frames(buffer))
    buffer[4:9] = b"again"
    expect(bytes(frame), b"again", "the first frame after those bytes of the buffer were changed")


@check(points=2)
def two_megabytes(answer):
    """Twenty frames of 100 kB, all held at once, with less than 100 kB at the peak."""
    buffer = packed(*[bytes(100_000)] * 20)

    def run():
        expect(
            sum(len(frame) for frame in list(answer.frames(buffer))),
            2_000_000,
            "the bytes in all frames",
        )

    peak = peak_bytes(run)
    require(
        peak < 100_000,
        f"Walking through 2 MB needed {peak:,} bytes at the peak, expected fewer than 100,000.",
        numbers=[("bytes at the peak", peak, 100_000, "B", "less")],
    )


@check(points=1)
def what_ends_too_soon(answer):
    """A buffer that ends within a length or a frame is a ValueError, when that is reached."""
    whole = packed(b"first", b"second")
    for missing in (1, 3, 5, 6, 7, 9):
        buffer = whole[:-missing]
        walk = answer.frames(buffer)
        first = next(walk)
        require(
            bytes(first) == b"first",
            f"The first of two frames, where {missing} bytes are missing of the second, is {bytes(first)!r}.",
        )
        with raises(ValueError, f"reading a frame of which {missing} bytes are missing"):
            next(walk)
    expect(
        contents(answer, whole[:-10]), [b"first"], "the frames where the buffer ends with the first"
    )
    for start in (b"\0", b"\0\0\0", b"\0\0\0\1"):
        with raises(ValueError, f"list(frames({start!r}))"):
            list(answer.frames(bytearray(start)))


@check(points=2)
def lets_go_of_the_buffer(answer):
    """After the last frame, an error, or close(), the buffer can grow, once the frames are released."""
    buffer = packed(b"first", b"second")
    walk = answer.frames(buffer)
    for frame in walk:
        frame.release()
    require_growing(buffer, "after all frames were released")
    buffer = packed(b"first", b"second")
    walk = answer.frames(buffer)
    next(walk).release()
    walk.close()
    require_growing(buffer, "after close()")
    for missing, what in ((2, "frame"), (8, "length")):
        buffer = packed(b"first", b"second")[:-missing]
        walk = answer.frames(buffer)
        next(walk).release()
        with raises(ValueError, f"reading a buffer that ends within a {what}") as caught:
            next(walk)
        require_growing(buffer, f"while the error of a buffer that ends within a {what} is held")
        del caught
