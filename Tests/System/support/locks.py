"""Locks on files, as fcntl(2) tells of them."""

import fcntl
import os
import struct
import time

_FLOCK = "hhqqi4x"


def holder(path):
    """The process that has the whole file locked; 0 where nobody has, or there is no file."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return 0
    try:
        found = fcntl.fcntl(descriptor, fcntl.F_GETLK, struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))
        kind, _, _, _, process = struct.unpack(_FLOCK, found)
        return process if kind != fcntl.F_UNLCK else 0
    finally:
        os.close(descriptor)


def wait_for_holder(path, process, timeout=30):
    """Waits until the process has the file locked; looks at it all the time."""
    limit = time.monotonic() + timeout
    while holder(path) != process:
        assert time.monotonic() < limit, f"process {process} did not lock {path}"
        time.sleep(0.001)
