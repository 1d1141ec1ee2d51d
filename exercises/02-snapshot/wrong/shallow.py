# rejected by: what_is_inside_too
def snapshot(config):
    return config.copy()
