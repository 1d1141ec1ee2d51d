Node = type("Node", (), {})
for i in range(40_000):
    node = Node()
    node.me = node
print("made 40,000 loops")
