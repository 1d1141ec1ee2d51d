def parse(text):
    errors = []
    try:
        int(text)
    except ValueError as error:
        errors.append(error)


parse("one")
