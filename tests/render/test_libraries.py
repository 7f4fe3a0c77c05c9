"""WeasyPrint's libraries are found without starting a program for each name that some other system has for them."""

import subprocess
import sys

import pytest

IMPORT = """
import sys
started = []
sys.addaudithook(lambda event, values: started.append(values[0]) if event == 'subprocess.Popen' else None)
from saraban.render.libraries import found_by_loader
from contextlib import nullcontext
with {block}:
    from weasyprint.text.ffi import fontconfig, gobject, harfbuzz, pango, pangoft2
import ctypes.util
print(len(started), ctypes.util.find_library.__module__)
"""


def started_while_importing(block: str) -> tuple[int, str]:
    """How many programs were started, and whose `find_library` stands afterwards."""
    ran = subprocess.run([sys.executable, '-c', IMPORT.format(block=block)], check=True, capture_output=True, text=True)
    count, module = ran.stdout.split()
    return int(count), module


@pytest.mark.skipif(sys.platform != 'linux', reason='elsewhere libraries are found in other ways')
def test_the_loader_alone_finds_every_library():
    assert started_while_importing('found_by_loader()') == (0, 'ctypes.util')


@pytest.mark.skipif(sys.platform != 'linux', reason='elsewhere libraries are found in other ways')
def test_left_alone_the_import_starts_programs():
    """When this fails, `saraban/render/libraries.py` is needed no more."""
    assert started_while_importing('nullcontext()')[0] > 0
