from unittest.mock import patch


def changed(owner, name, value):
    return patch.object(owner, name, value)
