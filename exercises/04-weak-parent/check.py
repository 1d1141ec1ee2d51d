"""Checks of “A child that knows its parent”."""

import gc

from lab.grading import check, collector_off, expect, life, require, require_freed


def names(node):
    """What the children are called."""
    return [child.name for child in node.children]


@check(points=1)
def knows_its_parent(answer):
    """child.parent is the parent itself, and None for a node that was never added."""
    root = answer.Node("root")
    require(root.parent is None, f"Node('root').parent is {root.parent!r}, expected None.")
    child = answer.Node("child")
    added = root.add(child)
    require(added is child, f"root.add(child) returned {added!r}, expected the child.")
    require(child.parent is root, f"child.parent is {child.parent!r}, expected the node root.")
    leaf = child.add(answer.Node("leaf"))
    require(leaf.parent is child, f"leaf.parent is {leaf.parent!r}, expected the node child.")
    require(
        root.parent is None, f"root.parent is {root.parent!r} after root.add(child), expected None."
    )
    root.add(answer.Node("second"))
    require(
        child.parent is root,
        f"child.parent is {child.parent!r} after root.add() of a second child, expected the node root.",
    )


@check(points=1)
def children_stay(answer):
    """Children live as long as their parent, in the order in which they were added."""
    root = answer.Node("root")
    for name in ("a", "b", "c"):
        root.add(answer.Node(name))
    gc.collect()
    expect(
        names(root),
        ["a", "b", "c"],
        "the names of root.children, after adding three and letting go of them,",
    )


@check(points=3)
def a_tree_is_freed_at_once(answer):
    """A tree that nobody holds is freed at once, with the garbage collector off."""
    with collector_off():
        root = answer.Node("root")
        child = root.add(answer.Node("child"))
        lives = [life(root), life(child), life(child.add(answer.Node("leaf")))]
        del root, child
        for what, subject in zip(("root", "the child", "the leaf"), lives):
            require_freed(
                subject, f"After `del root, child` {what} is still alive: something refers to it."
            )


@check(points=2)
def an_orphan_has_no_parent(answer):
    """A child that outlives its parent has no parent any more."""
    with collector_off():
        root = answer.Node("root")
        child = root.add(answer.Node("child"))
        del root
        require(
            child.parent is None,
            f"child.parent is {child.parent!r} after `del root`, expected None.",
        )
        other = answer.Node("other")
        other.add(child)
        require(
            child.parent is other,
            f"child.parent is {child.parent!r} after other.add(child), expected the node other.",
        )
