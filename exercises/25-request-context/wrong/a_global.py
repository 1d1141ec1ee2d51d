# rejected by: each_thread_its_own
_request = None


def current():
    return _request


def handle(request, function):
    global _request
    before, _request = _request, request
    try:
        return function()
    finally:
        _request = before


async def handle_async(request, function):
    global _request
    before, _request = _request, request
    try:
        return await function()
    finally:
        _request = before
