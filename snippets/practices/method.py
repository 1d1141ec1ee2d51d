import weakref


class Player:
    def play(self):
        return "music"


player = Player()
plain = weakref.ref(player.play)
method = weakref.WeakMethod(player.play)

print("ref:       ", plain())
print("WeakMethod:", method()())
