"""What a page does not have is refused with a sentence, where Emscripten makes as if it had it."""

import errno
import os
import socket
import subprocess

from ..disguise.built_in import built_in

NO_SOCKETS = (
    "a page has no sockets; let threads and tasks talk through a queue, "
    "or run this with Python on your computer"
)
NO_PROGRAMS = (
    "a page cannot start other programs; run Python functions in processes "
    "by multiprocessing or a ProcessPoolExecutor"
)
_STARTING = (
    "execl execle execlp execlpe execv execve execvp execvpe fork forkpty popen posix_spawn "
    "posix_spawnp spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe system".split()
)
_OF_NETWORK = (
    "create_connection create_server fromfd getaddrinfo gethostbyaddr gethostbyname "
    "gethostbyname_ex getnameinfo socketpair".split()
)
_OF_LOOP = (
    "add_reader add_writer connect_accepted_socket connect_read_pipe connect_write_pipe "
    "create_connection create_datagram_endpoint create_server create_unix_connection "
    "create_unix_server getaddrinfo getnameinfo remove_reader remove_writer sendfile sock_accept "
    "sock_connect sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall "
    "sock_sendfile sock_sendto start_tls".split()
)


def _refusal(name, sentence):
    def refuse(*args, **kwargs):
        raise OSError(errno.ENOSYS, sentence)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def _refuse_socket(self, *args, **kwargs):
    raise OSError(errno.ENOSYS, NO_SOCKETS)


def refuse_in(loop):
    """Have a class of event loops refuse what needs sockets or other programs."""
    for name in _OF_LOOP:
        setattr(loop, name, _refusal(name, NO_SOCKETS))
    for name in ("subprocess_exec", "subprocess_shell"):
        setattr(loop, name, _refusal(name, NO_PROGRAMS))


def install():
    """Refuse sockets, names of hosts and other programs."""
    for name in _STARTING:
        if hasattr(os, name):
            setattr(os, name, built_in(_refusal(name, NO_PROGRAMS), "os"))
    for name in _OF_NETWORK:
        setattr(socket, name, _refusal(name, NO_SOCKETS))
    socket.socket.__init__ = _refuse_socket
    subprocess.Popen.__init__ = _refusal("__init__", NO_PROGRAMS)
