"""Salutation and closing by the addressee's post, as a pair: a table that the project extends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from saraban.content.model import Post, PostsFile
from saraban.content.shape import validate
from saraban.content.source import read_yaml

USUAL = Post(post='*', salutation='เรียน', closing='ขอแสดงความนับถือ')
_SHIPPED = Path(__file__).with_name('posts.yaml')


def post_of(addressee: str, own: Sequence[Post] = ()) -> Post:
    """The post that an addressee holds: the project's own table first, then the shipped one, then the usual pair."""
    return next((post for post in (*own, *_shipped()) if _holds(addressee, post)), USUAL)


def _holds(addressee: str, post: Post) -> bool:
    """Whether an addressee is of a post: `นายกรัฐมนตรี` is, `นายกรัฐมนตรี (ผ่าน …)` too, `รองนายกรัฐมนตรี` is not."""
    rest = addressee.removeprefix(post.post)
    return rest != addressee and (post.begins or rest[:1] in {'', ' '})


@cache
def _shipped() -> tuple[Post, ...]:
    source = read_yaml(_SHIPPED, 'posts.yaml')
    table = validate(source, PostsFile)
    assert table is not None, source.findings
    return tuple(table.root)
