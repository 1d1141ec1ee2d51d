# rejected by: each_thread_its_own
from threading import local

_here = local()
_here.request = None


def current():
    return _here.request


def handle(request, function):
    before, _here.request = _here.request, request
    try:
        return function()
    finally:
        _here.request = before


async def handle_async(request, function):
    before, _here.request = _here.request, request
    try:
        return await function()
    finally:
        _here.request = before
