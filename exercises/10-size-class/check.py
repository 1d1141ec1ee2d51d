"""Checks of “Which block?”."""

from lab.grading import check, expect, raises


def try_all(answer, expected):
    """Compares block_for(size) for each size of a dict."""
    for size, block in expected.items():
        expect(answer.block_for(size), block, f"block_for({size})")


@check(points=1)
def fits_exactly(answer):
    """A request of a whole block gets that block."""
    try_all(answer, {16: (16, 0), 32: (32, 1), 48: (48, 2), 256: (256, 15), 512: (512, 31)})


@check(points=2)
def rounds_up(answer):
    """Any other gets the next larger block."""
    try_all(
        answer, {1: (16, 0), 15: (16, 0), 17: (32, 1), 42: (48, 2), 496: (496, 30), 497: (512, 31)}
    )
    for size in range(1, 513):
        smallest = next(block for block in range(16, 513, 16) if size <= block)
        expect(answer.block_for(size), (smallest, smallest // 16 - 1), f"block_for({size})")


@check(points=1)
def leaves_the_rest_to_malloc(answer):
    """More than 512 bytes go to malloc, and so do 0 bytes."""
    try_all(answer, {513: None, 514: None, 528: None, 1024: None, 5_000_000: None, 0: None})


@check(points=1)
def refuses_negative_sizes(answer):
    """A negative size is a ValueError."""
    for size in (-1, -16, -600):
        with raises(ValueError, f"block_for({size})"):
            answer.block_for(size)
