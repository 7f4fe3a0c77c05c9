"""The one segmenter: grapheme clusters, words and break opportunities, for setting, checking and comparing. Pure text.

Word list and word counts are PyThaiNLP's, the second opinion on a boundary is BudouX's Thai model; all are read at first need.
"""

from saraban.words.clusters import clusters
from saraban.words.segmenter import BETWEEN_WORDS_OF_TERM, INSIDE_TERM, INSIDE_WORD, Break, Segmenter

__all__ = ['BETWEEN_WORDS_OF_TERM', 'INSIDE_TERM', 'INSIDE_WORD', 'Break', 'Segmenter', 'clusters']
