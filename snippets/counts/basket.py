def add(item, basket=[]):
    basket.append(item)
    return basket


yours = add("bread")
mine = add("eggs")
print("mine:", mine)

del yours, mine
print("a new one:", add("milk"))
