"""The program in processes of its own that find all modules and templates loaded, so that each starts at once.

A server forks for every call and gives the fork the caller's streams, folder and environment; this file is
also the caller, which stands where `python -m generator` would. Where there is no fork, that is what runs.
"""

from __future__ import annotations

import array
import json
import os
import select
import socket
import sys

LARGEST = 1 << 20
"""Bytes of a call that are read at once: the arguments and the environment."""
KILLED = 137


def main() -> None:
    """Of a caller: the address of the server, then the arguments of `congkhai`."""
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(sys.argv[1])
        call = json.dumps([os.getcwd(), dict(os.environ), sys.argv[2:]]).encode()  # noqa: PTH109
        streams = array.array("i", (0, 1, 2)).tobytes()
        server.sendmsg([call], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
        server.shutdown(socket.SHUT_WR)
        status = server.recv(1)
    sys.exit(status[0] if status else KILLED)


def serve(address: str) -> None:
    """Answer callers as long as whoever started this holds the other end of the standard input."""
    _load_everything()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen(64)
        print(flush=True)  # for whoever waits for it
        while listening in select.select([listening, sys.stdin], [], [])[0]:
            caller, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                _answer(caller)
            caller.close()
            _bury()


def _load_everything() -> None:
    import gc
    import importlib
    import pkgutil

    from generator import cli, publish

    for module in pkgutil.walk_packages(cli.__path__, "generator.cli."):
        importlib.import_module(module.name)
    publish.get_ready()
    gc.freeze()


def _answer(caller: socket.socket) -> None:
    """Be the program for one caller."""
    streams = array.array("i")
    text, given, *_ = caller.recvmsg(LARGEST, socket.CMSG_SPACE(3 * streams.itemsize))
    while more := caller.recv(LARGEST):
        text += more
    streams.frombytes(given[0][2])
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    folder, environment, arguments = json.loads(text)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    caller.sendall(bytes([_status(arguments)]))
    os._exit(0)


def _status(arguments: list[str]) -> int:
    """What Python ends with after the program."""
    import traceback

    from generator.cli import main as program

    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
    sys.argv = ["congkhai", *arguments]
    try:
        program()
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _bury() -> None:
    """Forks that are done, so that their time counts."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


if __name__ == "__main__":
    main()
