"""What a template's images, stylesheets and fonts may be: files of the folders that a run is given, and nothing else."""

from __future__ import annotations

import mimetypes
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

FONT = 'font'  # the scheme of fonts given as bytes: as `data:` CSS would take them apart letter by letter
FILE_LIMIT = 20_000_000  # bytes of a picture, stylesheet or font


class FolderFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """WeasyPrint's way to a file: of the given folders, also after links are followed; never the network.

    What was refused stands in `refused`, for a finding; WeasyPrint itself only logs it.
    """

    def __init__(self, folders: Iterable[Path], fonts: Mapping[str, bytes] | None = None) -> None:
        """Takes the folders whose files may be used (content, templates), and fonts that have no file (`font:NAME`)."""
        super().__init__(allowed_protocols=('data',), allow_redirects=False)
        self._fonts = fonts or {}
        self._folders = tuple(folder.resolve() for folder in folders)
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The bytes of a file, of a `data:` address or of a font that was given.

        Raises:
            ValueError: any other address.
        """
        parts = urlsplit(url)
        if parts.scheme.lower() == 'data':
            return super().fetch(url)
        if parts.scheme == FONT and parts.path in self._fonts:
            return URLFetcherResponse(url, self._fonts[parts.path], {'Content-Type': 'font/ttf'})
        path = self._path(parts.netloc, parts.path) if parts.scheme.lower() == 'file' else None
        if path is None:
            self.refused.append(url)
            raise ValueError('outside the content, templates and fonts folders')
        kind = mimetypes.guess_type(path.name)[0] or 'application/octet-stream'
        return URLFetcherResponse(path.as_uri(), path.read_bytes(), {'Content-Type': kind})

    def _path(self, host: str, quoted: str) -> Path | None:
        """The file of an address where it is a plain file of one of the folders and not too large."""
        try:
            path = Path(url2pathname(quoted)).resolve(strict=True)
            state = path.stat()
        except (OSError, ValueError):
            return None
        inside = host in {'', 'localhost'} and any(path.is_relative_to(folder) for folder in self._folders)
        return path if inside and stat.S_ISREG(state.st_mode) and state.st_size <= FILE_LIMIT else None
