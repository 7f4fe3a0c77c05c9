"""The hooks in WeasyPrint: that what they stand on is as they were made for."""

import inspect

import pytest
import weasyprint

from saraban.render.typeset import UnsupportedWeasyPrintError, engine

SIGNATURES = {
    '__init__': '(self, html, sheets, presentational_hints, font_config, target_collector)',
    'set_computed_styles': (
        '(self, element, parent, root=None, pseudo_type=None, base_url=None, target_collector=None)'
    ),
    'block_level_layout': (
        '(context, box, bottom_space, skip_stack, containing_block, page_is_empty=True, absolute_boxes=None, '
        'fixed_boxes=None, adjoining_margins=None, first_letter_style=None, first_line_style=None, discard=False, '
        'max_lines=None)'
    ),
    'Layout': '(style, justification_spacing=0, max_width=None)',
    'get_next_linebox': (
        '(context, linebox, position_y, bottom_space, skip_stack, containing_block, '
        'absolute_boxes, fixed_boxes, first_letter_style, first_line_style)'
    ),
    'split_text_box': '(context, box, available_width, skip, is_line_start=True)',
    'split_first_line': ('(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)'),
    'split_inline_level': (
        '(context, box, position_x, max_x, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes, '
        'line_placeholders, waiting_floats, line_children, first_letter_style, first_line_style)'
    ),
    'inline_line_widths': '(context, box, outer, is_line_start, minimum, skip_stack=None, first_line=False)',
    'justify_line': '(context, line, extra_width)',
    'draw_first_line': '(stream, textbox, text_overflow, block_ellipsis, matrix)',
    'Font': '(pango_font, description, font_size)',
    'build_fonts_dictionary': '(pdf, fonts, compress, subset, options)',
}


def test_every_hooked_function_takes_what_it_took():
    engine.install()
    found = {name: str(inspect.signature(function)) for name, function in engine.ORIGINALS.items()}
    assert found == SIGNATURES


def test_hooks_are_put_in_once():
    engine.install()
    hooked = [getattr(module, name) for module, name, _ in engine.HOOKS]
    engine.install()
    assert [getattr(module, name) for module, name, _ in engine.HOOKS] == hooked


def test_another_weasyprint_is_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(weasyprint, '__version__', '71.0')
    monkeypatch.setattr(engine, 'ORIGINALS', {})
    with pytest.raises(UnsupportedWeasyPrintError, match=r'71\.0 is installed: pip install weasyprint==70\.0'):
        engine.install()
