"""Papers rendered: what is finished is taken, the rest is set by engines loaded once a process, and staged."""

from saraban.workers.jobs import Outcome, Progress, Task, silent, waited
from saraban.workers.run import Worker
from saraban.workers.waves import FEW, fit, measured, render_waves

__all__ = [
    'FEW',
    'Outcome',
    'Progress',
    'Task',
    'Worker',
    'fit',
    'measured',
    'render_waves',
    'silent',
    'waited',
]
