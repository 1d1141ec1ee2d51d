def rows():
    try:
        yield from range(1_000_000)
    finally:
        print("  file closed")


for row in rows():
    break
print("after the first loop")

reader = rows()
for row in reader:
    break
print("after the second loop")
reader.close()
print("the end")
