from copy import deepcopy


def snapshot(config):
    """A copy that later edits of config do not reach."""
    blob = config["blob"]
    return deepcopy(config, {id(blob): blob})
