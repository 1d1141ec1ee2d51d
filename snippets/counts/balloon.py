class Balloon:
    def __del__(self):
        print("  pop!")


red = Balloon()
party = [red]

print("del red")
del red
print("party.clear()")
party.clear()
print("the end")
