"""Build again when something is saved: bursts merged, bad saves survived, engines kept warm.

The watcher is an alarm and no more: what is built is decided by the digest of all that goes in, so a save in the middle of a
build is never missed and one that changes nothing builds nothing. It is closed while a build runs, since worker processes are
forked then and its own thread would be forked with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from watchfiles import Change, watch

from saraban.cache.machine import PACKAGE, code_digest
from saraban.cache.standing import Inputs, is_leftover
from saraban.errors import SarabanError
from saraban.ground import Ground
from saraban.render.formats import Engines, Resources

_QUIET = (
    40  # ms without another save after which a burst is over: an editor writes, renames and sets times within a few
)
_LONGEST = 400  # ms after which a burst is taken for over
_PATIENCE = 500  # ms between looks at whether the folder that was watched is still the one that stands there


class Warm:
    """Engines kept between builds, as long as they rest on the same templates, fonts, names and date."""

    def __init__(self) -> None:
        """No engine is made yet."""
        self._ground: object = None
        self._engines: Engines | None = None

    def __call__(self, resources: Resources) -> Engines:
        """The engines for what rendering rests on: the ones that there are, where they fit."""
        ground = Ground(resources).parts, resources.keep, resources.date
        if self._engines is None or ground != self._ground:
            self._engines = Engines(resources)
            self._ground = ground
        return self._engines


class Teller(Protocol):
    """Who is told what happens."""

    def build(self, engines: Warm) -> None:
        """Builds and tells of it. Raises SarabanError where it does not come to an end."""

    def failed(self, error: SarabanError) -> None:
        """Tells of a build that did not."""

    def ready(self, engines: Warm) -> None:
        """Has the engines load what they need, and tells that files are watched from now on."""


class Watcher:
    """Has papers built whenever something that goes into them is saved."""

    def __init__(self, inputs: Inputs, output: Path, teller: Teller) -> None:
        """Takes what goes in, where the papers go, and who builds and tells of it."""
        self._inputs = inputs
        self._output = output
        self._teller = teller
        self._warm = Warm()

    def run(self) -> Iterator[bool]:
        """Builds at once and then after each save; gives, after each, whether the program itself is still the same.

        Ends by KeyboardInterrupt alone.
        """
        code = code_digest.__wrapped__()
        built = self._build()
        self._teller.ready(self._warm)
        while True:
            self._wait(built)
            built = self._build()
            yield code == code_digest.__wrapped__()

    def _build(self) -> str:
        """Builds what stands there now and gives its digest; a save that comes while it is read is built in its turn."""
        while True:
            before = self._digest()
            try:
                self._teller.build(self._warm)
            except SarabanError as error:
                if before != self._digest():  # an editor was in the middle of saving
                    continue
                self._teller.failed(error)
            return before

    def _wait(self, built: str) -> None:
        """Waits until something else stands there than what was built."""
        while self._digest() == built:  # a save while the last build ran is not waited for
            folders = [folder for folder in self._folders() if folder.is_dir()]
            alarm = watch(
                *folders, watch_filter=self._counts, debounce=_LONGEST, step=_QUIET, rust_timeout=_PATIENCE,
                yield_on_timeout=True, raise_interrupt=True, ignore_permission_denied=True,
            )  # fmt: skip
            unseen = True  # what was saved just before the watcher was open
            for changes in alarm:
                if (changes or unseen) and self._digest() != built:
                    return
                if folders != [folder for folder in self._folders() if folder.is_dir()]:
                    break
                unseen = False

    def _folders(self) -> tuple[Path, ...]:
        return self._inputs.content, self._inputs.templates, self._inputs.fonts, PACKAGE

    def _counts(self, change: Change, path: str) -> bool:
        """Whether a change may matter: never one of the papers themselves, or of what editors leave beside a file."""
        changed = Path(path)
        own = (self._output, self._output.parent / f'.{self._output.name}-staging')
        return not (
            any(changed.is_relative_to(folder.absolute()) for folder in own)
            or '__pycache__' in changed.parts
            or is_leftover(changed.name)
        )

    def _digest(self) -> str:
        try:
            return f'{self._inputs.digest()}{code_digest.__wrapped__()}'
        except OSError:  # a folder that is being moved
            return ''
