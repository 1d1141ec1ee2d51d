# varies with the interpreter's own objects
Node = type("Node", (), {})
for i in range(80_000):
    node = Node()
    node.me = node
print("made 80,000 loops")
