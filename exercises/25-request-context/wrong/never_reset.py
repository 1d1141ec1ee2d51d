# rejected by: inside_and_outside
from contextvars import ContextVar

_request = ContextVar("request", default=None)


def current():
    return _request.get()


def handle(request, function):
    _request.set(request)
    return function()


async def handle_async(request, function):
    _request.set(request)
    return await function()
