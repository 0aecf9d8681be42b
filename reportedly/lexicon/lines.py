"""Vocabulary files (YAML) in, validated lines out; every complaint names file and line.

A vocabulary file is a list of lines. Each line has an ``id``, says what it is for, and carries sentences in which it
must fire (``yes``) and must not (``no``): these are its tests. A line's address is ``<table>/<id>``, where the table
is the file's path under ``vocab`` without its ending (``en/saying``, ``outlets/agencies``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from reportedly.errors import VocabError
from reportedly.lexicon.complaints import complaint

HOME = Path(__file__).resolve().parent.parent / "vocab"
"""Where the product's own vocabulary lies."""


class Line(BaseModel):
    """What every vocabulary line has. ``cite`` says where a fact was looked up; ``note`` is for people."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    cite: str | None = None
    note: str | None = None
    address: str = ""
    origin: str = ""  # file:line


L = TypeVar("L", bound=Line)


def load(table: str, kind: type[L], homes: Sequence[Path] = (HOME,)) -> tuple[L, ...]:
    """The lines of one table, from ``<home>/<table>.yml`` or every file in ``<home>/<table>/``.

    Later homes add lines, or replace lines of the same id. Raises VocabError with file and line.
    """
    found: dict[str, L] = {}
    for path, name in _files(table, homes):
        for line in _lines(path, name, kind):
            found[line.address] = line
    return tuple(found.values())


def _files(table: str, homes: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for home in homes:
        single = home / f"{table}.yml"
        if single.is_file():
            yield single, table
        for path in sorted((home / table).glob("*.yml")):
            yield path, f"{table}/{path.stem}"


def _lines(path: Path, table: str, kind: type[L]) -> Iterator[L]:
    seen: dict[str, int] = {}
    for number, fields in _raw(path):
        where = f"{path}:{number}"
        fields = {**fields, "address": f"{table}/{fields.get('id')}", "origin": where}
        try:
            line = kind.model_validate(fields)
        except ValidationError as error:
            raise complaint(error, kind, where=where) from None
        if line.id in seen:
            raise VocabError(
                f"the id {line.id!r} already stands in line {seen[line.id]}",
                where=where,
                mend="give this line another id",
                code="vocab-twice",
            )
        seen[line.id] = number
        yield line


def _raw(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each mapping of the file's list with the number of the line on which it starts."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise VocabError(
            f"not readable as YAML: {getattr(error, 'problem', error)}", where=where, code="vocab-yaml"
        ) from None
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        raise VocabError("a vocabulary file is a list of lines, each starting with '- id:'", where=f"{path}:1")
    constructor = _LOADER("")
    for item in node.value:
        number = item.start_mark.line + 1
        fields = constructor.construct_object(item, deep=True)
        if not isinstance(fields, dict):
            raise VocabError("a vocabulary line starts with '- id:'", where=f"{path}:{number}", code="vocab-line")
        _once_each(item, path)
        yield number, fields


def _once_each(line: yaml.MappingNode, path: Path) -> None:
    """Complains of a field that a line gives twice, of which YAML would keep the last without a word."""
    seen: set[str] = set()
    for key, _ in line.value:
        if key.value in seen:
            raise VocabError(
                f"the field {key.value!r} stands twice in one line",
                where=f"{path}:{key.start_mark.line + 1}",
                mend="put the two together",
                code="vocab-field-twice",
            )
        seen.add(key.value)


def _loader() -> type[Any]:
    """A safe loader to which ``yes``, ``no``, ``on`` and ``off`` are words and not truth values."""
    base: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("WordLoader", (base,), {})
    loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    return loader  # type: ignore[no-any-return]


_LOADER = _loader()


@cache
def tables(home: Path = HOME) -> tuple[str, ...]:
    """The names of all tables under a home, in order."""
    return tuple(sorted(str(p.relative_to(home).with_suffix("")) for p in home.rglob("*.yml")))
