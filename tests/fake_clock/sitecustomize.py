"""Moves every clock that Python code can read by FAKE_CLOCK_SHIFT seconds; for subprocesses, through PYTHONPATH.

`datetime` is written in C, so its methods are replaced in the type's own dictionary. Clocks that C code reads for itself
(the times that the kernel gives files) do not move.
"""

import ctypes
import datetime
import gc
import os
import time

shift = float(os.environ.get('FAKE_CLOCK_SHIFT', '0'))
real = {
    name: getattr(time, name) for name in ('time', 'time_ns', 'localtime', 'gmtime', 'strftime', 'ctime', 'asctime')
}


def replace(kind: type, name: str, function) -> None:
    gc.get_referents(kind.__dict__)[0][name] = classmethod(function)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))


time.time = lambda: real['time']() + shift
time.time_ns = lambda: real['time_ns']() + int(shift * 1e9)
time.localtime = lambda seconds=None: real['localtime'](time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: real['gmtime'](time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: real['strftime'](form, time.localtime() if moment is None else moment)
time.ctime = lambda seconds=None: real['ctime'](time.time() if seconds is None else seconds)
time.asctime = lambda moment=None: real['asctime'](time.localtime() if moment is None else moment)
replace(datetime.datetime, 'now', lambda kind, tz=None: kind.fromtimestamp(time.time(), tz))
replace(
    datetime.datetime,
    'utcnow',
    lambda kind: kind.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None),
)
replace(datetime.datetime, 'today', lambda kind: kind.fromtimestamp(time.time()))
replace(datetime.date, 'today', lambda kind: kind.fromtimestamp(time.time()))
