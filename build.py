#!/usr/bin/env python3
"""Builds the official papers: `build.py` alone makes all of them; `build.py --help` tells the rest."""

import sys

from saraban.cli import main

if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
