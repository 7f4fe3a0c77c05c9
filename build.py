#!/usr/bin/env python3
"""Builds the official papers: `build.py` alone makes all of them; `build.py --help` tells the rest."""

import gc
import signal
import sys

if __name__ == '__main__':
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while Python still loads the program ends it without a word
    from saraban.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    code = main(sys.argv[1:])
    gc.freeze()  # or Python would look for garbage once more, among all that the run has made
    sys.exit(code)
