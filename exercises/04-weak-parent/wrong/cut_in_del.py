# rejected by: a_tree_is_freed_at_once
class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.parent = self
        return child

    def __del__(self):
        for child in self.children:
            child.parent = None
