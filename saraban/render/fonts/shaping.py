"""What HarfBuzz draws for a text in a font: the one place that calls HarfBuzz itself.

WeasyPrint sets text through HarfBuzz, so the library is there wherever a PDF can be made; asking it how a font places its marks
is exact where reading the font's own rules would be a second shaper.
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple, Self

_LIBRARY_NAMES = ('libharfbuzz.so.0', 'libharfbuzz.0.dylib', 'libharfbuzz-0.dll', 'libharfbuzz.dylib')
_LEFT_TO_RIGHT = 4
_THAI = int.from_bytes(b'Thai', 'big')


class Placed(NamedTuple):
    """A glyph as drawn: its id and, in font units, its advance and its shift from the pen."""

    glyph: int
    advance: int
    dx: int
    dy: int


class _Info(ctypes.Structure):
    _fields_ = (
        ('glyph', ctypes.c_uint32),
        ('mask', ctypes.c_uint32),
        ('cluster', ctypes.c_uint32),
        ('var1', ctypes.c_uint32),
        ('var2', ctypes.c_uint32),
    )


class _Position(ctypes.Structure):
    _fields_ = (
        ('x_advance', ctypes.c_int32),
        ('y_advance', ctypes.c_int32),
        ('x_offset', ctypes.c_int32),
        ('y_offset', ctypes.c_int32),
        ('var', ctypes.c_uint32),
    )


class _Feature(ctypes.Structure):
    _fields_ = (
        ('tag', ctypes.c_uint32),
        ('value', ctypes.c_uint32),
        ('start', ctypes.c_uint),
        ('end', ctypes.c_uint),
    )


_NO_KERNING = _Feature(int.from_bytes(b'kern', 'big'), 0, 0, 0xFFFFFFFF)


def _library() -> ctypes.CDLL:
    for name in _LIBRARY_NAMES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        for function in ('blob_create', 'face_create', 'font_create', 'buffer_create'):
            getattr(library, f'hb_{function}').restype = ctypes.c_void_p
        library.hb_buffer_get_glyph_infos.restype = ctypes.POINTER(_Info)
        library.hb_buffer_get_glyph_positions.restype = ctypes.POINTER(_Position)
        return library
    raise OSError('HarfBuzz, which WeasyPrint needs too, is not installed')


class Shaper:
    """A font opened in HarfBuzz; use it in a ``with`` block."""

    def __init__(self, data: bytes) -> None:
        hb = self._hb = _library()
        blob = ctypes.c_void_p(hb.hb_blob_create(data, len(data), 0, None, None))  # 0: HarfBuzz keeps a copy of its own
        face = ctypes.c_void_p(hb.hb_face_create(blob, 0))
        self._font = ctypes.c_void_p(hb.hb_font_create(face))
        self._buffer = ctypes.c_void_p(hb.hb_buffer_create())
        hb.hb_face_destroy(face)
        hb.hb_blob_destroy(blob)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hb.hb_buffer_destroy(self._buffer)
        self._hb.hb_font_destroy(self._font)

    def shape(self, text: str) -> tuple[Placed, ...]:
        """The glyphs of a Thai text as they stand on the line, without kerning."""
        hb, buffer, raw = self._hb, self._buffer, text.encode()
        hb.hb_buffer_clear_contents(buffer)
        hb.hb_buffer_set_direction(buffer, _LEFT_TO_RIGHT)
        hb.hb_buffer_set_script(buffer, _THAI)
        hb.hb_buffer_add_utf8(buffer, raw, len(raw), 0, len(raw))
        hb.hb_shape(self._font, buffer, ctypes.byref(_NO_KERNING), 1)
        length = ctypes.c_uint()
        infos = hb.hb_buffer_get_glyph_infos(buffer, ctypes.byref(length))
        places = hb.hb_buffer_get_glyph_positions(buffer, ctypes.byref(length))
        return tuple(
            Placed(infos[i].glyph, places[i].x_advance, places[i].x_offset, places[i].y_offset)
            for i in range(length.value)
        )
