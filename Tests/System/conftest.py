"""What every system test gets: the real program, and servers of the tests' own on the loopback.

JALON names the binary; without it, the one that `swift build` made.
"""

import os
import pathlib
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))

from imap_server import IMAPServer  # noqa: E402
from site_under_test import Site  # noqa: E402
from smtp_server import SMTPServer  # noqa: E402


@pytest.fixture(scope="session")
def jalon():
    """The path of the program under test."""
    path = pathlib.Path(os.environ.get("JALON", ROOT / ".build/debug/jalon")).resolve()
    if not path.exists():
        pytest.fail(f"{path} is missing: build it, or name another binary in JALON")
    return path


@pytest.fixture
def smtp():
    """A scripted SMTP server that takes everything until it is told otherwise."""
    with SMTPServer() as server:
        yield server


@pytest.fixture
def imap():
    """A scripted IMAP server with an empty mailbox."""
    with IMAPServer() as server:
        yield server


@pytest.fixture
def site(jalon, tmp_path, smtp):
    """A programme of one pair, its state directory, and commands to run on both."""
    site = Site(jalon, tmp_path, smtp)
    site.write_programme()
    yield site
    site.end()
