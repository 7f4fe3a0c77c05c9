"""The measures of the papers, read from `templates/layout.yaml`: the one home of every length, size and spacing."""

from saraban.render.layout.layout import Layout, load_layout
from saraban.render.layout.measures import POINTS_PER_CM, Style

__all__ = ['POINTS_PER_CM', 'Layout', 'Style', 'load_layout']
