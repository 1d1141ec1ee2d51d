class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None

    def add(self, child):
        """Make child the last of my children."""
        self.children.append(child)
        child.parent = self
        return child
