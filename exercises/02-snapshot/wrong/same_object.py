# rejected by: the_dictionary_is_its_own
def snapshot(config):
    snap = config
    return snap
