class Lamp:
    def __init__(self, name):
        self.name = name
        print(name, "on")

    def __del__(self):
        print(self.name, "off")


lamp = Lamp("first")
lamp = Lamp("second")
print("ready")
del lamp
