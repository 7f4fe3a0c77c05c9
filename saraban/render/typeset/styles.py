"""Hooks in WeasyPrint's cascade: papers set one after another share the styles of elements that are styled alike.

A style works its values out when they are first asked for, and the next paper of a batch asks for the same ones. WeasyPrint
shares styles within a document; here they outlive it, and a paper whose elements stand as an earlier one's did, with other
words in them, takes all of its styles: rules were matched and values worked out for a quarter of a letter's time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from weasyprint import css
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

REMEMBERED = 4_000
"""Styles kept; past that all are forgotten at the next paper. The whole shipped set has some hundreds."""
SHAPES = 64
"""Shapes of papers kept, the latest used."""

_OWN_RULES = 'text_decoration_', 'page', 'position', 'float', 'display'
_PLAIN = frozenset(name for name in INITIAL_VALUES if not name.startswith(_OWN_RULES))
_TAKEN_OVER = _PLAIN & INHERITED
"""Properties that are the parent's where no rule names them."""
_LEFT = _PLAIN - INHERITED - INITIAL_NOT_COMPUTED
"""Properties that are as CSS has them in the beginning where no rule names them."""
_FLOWING = frozenset(
    name(block='ttb', inline=inline) for name in css.PHYSICAL_FUNCTIONS.values() for inline in ('ltr', 'rtl')
)
"""Properties that name sides by the direction of writing, and so stand for those of the page."""


class _Given(NamedTuple):
    """What a computed style is made from beside its parent's and its own declarations."""

    pseudo_type: str | None
    root_style: Any
    base_url: str | None
    font_config: Any
    page_sizes: Mapping[str, Any]


class _Styled(NamedTuple):
    """The element of a paper's so-manieth place, its pseudo-element if it is one's, and the style."""

    place: int
    pseudo_type: str | None
    style: SharedStyle


class Styles:
    """The styles that the papers of one typesetter share."""

    def __init__(self) -> None:
        self.page_sizes: Mapping[str, Any] = {}
        self._known: dict[tuple[Any, ...], SharedStyle] = {}
        self._shapes: dict[tuple[Any, ...], tuple[Sequence[Any], list[_Styled]]] = {}
        self._depend_on_page = False

    def begin(self, page_sizes: Mapping[str, Any]) -> None:
        """A new paper, whose first page has these sizes as soon as it is made."""
        self.page_sizes = page_sizes
        if self._depend_on_page or len(self._known) > REMEMBERED:
            self._known, self._shapes, self._depend_on_page = {}, {}, False

    def of(self, parent: SharedStyle | None, cascaded: Mapping[str, Any], given: _Given) -> SharedStyle:
        """The style of an element whose parent has a shared style, or of the root."""
        above = id(parent), given.pseudo_type, given.base_url
        key: tuple[Any, ...] = (*above, *cascaded.items())
        try:
            found = self._known.get(key)
        except TypeError:  # a value without a hash; the style that is found by its address keeps it
            key = (*above, *((name, id(value), str(weight)) for name, (value, weight) in cascaded.items()))
            found = self._known.get(key)
        if found is None:
            found = self._known[key] = SharedStyle(self, parent, cascaded, given)
        else:
            found.renew()
        return found

    def of_shape(self, shape: tuple[Any, ...]) -> list[_Styled] | None:
        """All styles of a paper of a shape, if an earlier one had it."""
        found = self._shapes.pop(shape, None)
        if found is None:
            return None
        self._shapes[shape] = found
        for one in found[1]:
            one.style.renew()
        return found[1]

    def keep_shape(self, shape: tuple[Any, ...], sheets: Sequence[Any], styled: list[_Styled]) -> None:
        """Remembers a paper's styles; its style sheets are kept with it, since a shape names them by their address."""
        if len(self._shapes) >= SHAPES:
            del self._shapes[next(iter(self._shapes))]
        self._shapes[shape] = sheets, styled

    def for_units_of_the_page(self) -> Mapping[str, Any]:
        """The sizes of the page for units that depend on it; what was reckoned with them does not outlive the paper."""
        self._depend_on_page = True
        return self.page_sizes


class SharedStyle(css.ComputedStyle):  # type: ignore[misc]
    """A computed style that outlives its document."""

    def __init__(self, styles: Styles, parent: SharedStyle | None, cascaded: Mapping[str, Any], given: _Given) -> None:
        self._styles = styles
        made = given.pseudo_type, given.root_style, given.base_url, given.font_config, given.page_sizes
        super().__init__(parent, cascaded, *made)
        self._flows = not _FLOWING.isdisjoint(cascaded)

    def __missing__(self, key: str) -> Any:
        """A value that is asked for the first time. WeasyPrint looks each over for formulas, also those that no rule gave."""
        if key not in self.cascaded and not self._flows:
            if key in _TAKEN_OVER and self.parent_style is not None:
                value = self[key] = self.parent_style[key]
                return value
            if key in _LEFT:
                value = self[key] = INITIAL_VALUES[key]
                return value
        return super().__missing__(key)

    @property
    def initial_page_sizes(self) -> Mapping[str, Any]:
        """The sizes that `vw` and its like are parts of."""
        return self._styles.for_units_of_the_page()

    @initial_page_sizes.setter
    def initial_page_sizes(self, _: Mapping[str, Any]) -> None:
        """They are the paper's that is set, not those of the one for which this was made."""

    def renew(self) -> None:
        """Ready for another document: WeasyPrint moves the overflow of the root, or of the body, to the page."""
        if self.parent_style is None or self.parent_style.parent_style is None:
            self.pop('overflow', None)

    def copy(self) -> Any:
        """A style of this document alone, to be changed."""
        base_url, sizes = self.base_url, self._styles.page_sizes
        made = self.parent_style, self.cascaded, self.pseudo_type, self.root_style, base_url, self.font_config, sizes
        copy = css.ComputedStyle(*made)
        copy.update(self)
        copy.specified = self.specified.copy()
        copy.copy_of = self
        return copy


def sharing_styles(original: Callable[..., Any]) -> Callable[..., Any]:
    """`StyleFor.set_computed_styles`: the style that an earlier paper has left for an element, if there is one."""

    def set_computed_styles(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        computed, styles = self.get_computed_styles(), getattr(self.font_config, 'styles', None)
        is_root = element == root and pseudo_type is None
        above = None if is_root else computed[parent, None]
        shared = None
        if styles is not None and (is_root or isinstance(above, SharedStyle)):
            top = css.InitialStyle(self.font_config) if is_root else computed[root, None]
            given = _Given(pseudo_type, top, base_url, self.font_config, self.initial_page_sizes)
            if is_root:
                styles.begin(self.initial_page_sizes)
            shared = styles.of(above, self.get_cascaded_styles().get((element, pseudo_type), {}), given)
        if shared is None or shared['position'][0] == 'note()':  # WeasyPrint writes into the style of a note
            original(self, element, parent, root, pseudo_type, base_url, target_collector)
            return
        computed[element, pseudo_type] = shared
        if target_collector and shared['anchor']:
            target_collector.collect_anchor(shared['anchor'])

    return set_computed_styles


def sharing_cascades(original: Callable[..., Any]) -> Callable[..., Any]:
    """`StyleFor.__init__`: all styles of an earlier paper whose elements stood as this one's do."""

    def __init__(  # noqa: N807 - it takes the place of one
        self: Any, html: Any, sheets: Any, presentational_hints: bool, font_config: Any, target_collector: Any
    ) -> None:
        styles = getattr(font_config, 'styles', None)
        if styles is None:
            original(self, html, sheets, presentational_hints, font_config, target_collector)
            return
        elements = list(html.etree_element.iter())
        shape = (html.base_url, presentational_hints, *(id(sheet) for sheet, *_ in sheets), *_shape(elements))
        self._cascaded_styles, self._computed_styles = {}, {}
        self.initial_page_sizes = {'box': None, 'area': None}
        self._sheets, self.font_config = sheets, font_config
        styles.begin(self.initial_page_sizes)
        found = styles.of_shape(shape)
        if found is None:
            original(self, html, sheets, presentational_hints, font_config, target_collector)
            places = {element: place for place, element in enumerate(elements)}
            made = [
                _Styled(places[element], pseudo, style) for (element, pseudo), style in self._computed_styles.items()
            ]
            if all(isinstance(one.style, SharedStyle) for one in made):
                styles.keep_shape(shape, sheets, made)
            return
        for place, pseudo_type, style in found:
            self._computed_styles[elements[place], pseudo_type] = style
            if target_collector and style['anchor']:
                target_collector.collect_anchor(style['anchor'])

    return __init__


def _shape(elements: Sequence[Any]) -> Iterator[Any]:
    """All of a tree that a selector can ask for: names, attributes, order and which have text, but not which."""
    for element in elements:
        yield element.tag, *element.attrib.items(), len(element), bool(element.text), bool(element.tail)
