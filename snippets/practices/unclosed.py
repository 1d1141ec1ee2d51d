import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "note.txt")

file = open(path, "w")
file.write("buy milk")
print("left open: ", os.path.getsize(path), "bytes")
file.close()
print("closed:    ", os.path.getsize(path), "bytes")

with open(path, "w") as file:
    file.write("buy bread")
print("after with:", os.path.getsize(path), "bytes")
