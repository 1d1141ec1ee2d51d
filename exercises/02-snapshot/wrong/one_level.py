# rejected by: what_is_inside_too
from copy import copy


def snapshot(config):
    snap = {key: copy(value) for key, value in config.items()}
    snap["blob"] = config["blob"]
    return snap
