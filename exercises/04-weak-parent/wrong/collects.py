# rejected by: a_tree_is_freed_at_once
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = []

    def add(self, child):
        gc.collect()
        self.children.append(child)
        child.parent = self
        return child
