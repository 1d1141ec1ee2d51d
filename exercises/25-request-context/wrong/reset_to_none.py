# rejected by: brings_back_what_was
from contextvars import ContextVar

_request = ContextVar("request", default=None)


def current():
    return _request.get()


def handle(request, function):
    _request.set(request)
    try:
        return function()
    finally:
        _request.set(None)


async def handle_async(request, function):
    _request.set(request)
    try:
        return await function()
    finally:
        _request.set(None)
