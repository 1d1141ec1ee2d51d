"""K18: a dict that gets a key while it is iterated over raises RuntimeError; a copy of its items does not."""
# runs on: engine, python>=3.9

stock = {"apples": 1, "pears": 2}
try:
    for name in stock:
        stock[name + "!"] = 0
except RuntimeError as error:
    assert str(error) == "dictionary changed size during iteration"
else:
    raise AssertionError("the dict let it happen")

for name in list(stock):
    stock[name + "?"] = 0
