"""Telegram's HTML: text and entities of a marked-up text, read as the Bot API server reads it."""

from __future__ import annotations

import re

from tests.botapi.faults import Json, bad

#: https://core.telegram.org/bots/api#html-style, and the entity each tag makes.
TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.\-]+)(?=[\s>])))?""", re.ASCII
)
#: They hold no other entity and are part of none of bold, italic, …
_FLAT = {"pre", "code"}


def utf16_length(text: str) -> int:
    """Length in the unit Telegram counts in: UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _resolve(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED.get(name, match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 else match[0]


def remarks(markup: str) -> list[str]:
    """Where a markup breaks a written rule that Telegram itself lets pass.

    It shows a stray & as it is, and drops or splits entities that may not be nested.
    """
    found = []
    for match in re.finditer("&", markup):
        reference = _REFERENCE.match(markup, match.start())
        if not reference or (reference[3] and reference[3] not in NAMED):
            found.append(f"unescaped & before {markup[match.end() : match.end() + 12]!r}")
    outer: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-zA-Z-]+)", markup):
        name = tag.lower()
        if closing:
            outer = outer[:-1]
            continue
        found += _nesting(name, outer)
        outer.append(name)
    return found


def parse_html(markup: str) -> tuple[str, list[Json]]:
    """Text and entities; ApiError 400 "can't parse entities" for what Telegram refuses."""
    if "<" not in markup:
        return (_REFERENCE.sub(_resolve, markup) if "&" in markup else markup), []
    pieces: list[str] = []
    length = 0
    entities: list[Json] = []
    open_tags: list[tuple[str, int, Json]] = []
    position = 0

    def fail(problem: str) -> Exception:
        return bad(f"can't parse entities: {problem}")

    def offset_of(index: int) -> int:
        return len(markup[:index].encode("utf-8", "surrogatepass"))

    while position < len(markup):
        start = markup.find("<", position)
        words = markup[position : start if start >= 0 else len(markup)]
        words = _REFERENCE.sub(_resolve, words) if "&" in words else words
        pieces.append(words)
        length += utf16_length(words)
        if start < 0:
            break
        closing = markup.startswith("</", start)
        head = _TAG_NAME.match(markup, start + 1 + closing)
        assert head
        name, position = head[0].lower(), head.end()
        if closing:
            end = markup.find(">", position)
            if end < 0 or markup[position:end].strip():
                raise fail(f"Unclosed end tag at byte offset {offset_of(start)}")
            if not open_tags:
                raise fail(f"Unexpected end tag at byte offset {offset_of(start)}")
            opened, begin, extra = open_tags.pop()
            if name and name != opened:
                raise fail(
                    f"Unmatched end tag at byte offset {offset_of(start)}, "
                    f'expected "</{opened}>", found "</{name}>"'
                )
            position = end + 1
            _close(opened, begin, length, extra, "".join(pieces), entities)
            continue
        if position >= len(markup):
            raise fail(f"Unclosed start tag at byte offset {offset_of(start)}")
        if name not in TAGS:
            raise fail(f'Unsupported start tag "{name}" at byte offset {offset_of(start)}')
        attributes: dict[str, str] = {}
        while True:
            while position < len(markup) and markup[position].isspace():
                position += 1
            if position >= len(markup):
                raise fail(f"Unclosed start tag at byte offset {offset_of(start)}")
            if markup[position] == ">":
                position += 1
                break
            attribute = _ATTRIBUTE.match(markup, position)
            if not attribute:
                raise fail(
                    f'Empty attribute name in the tag "{name}" at byte offset {offset_of(start)}'
                )
            key, *values = attribute.groups()
            value = next((v for v in values if v is not None), None)
            if value is None and re.match(r"\s*=\s*[\"']", markup[attribute.end() :]):
                raise fail(f"Unclosed start tag at byte offset {offset_of(start)}")
            if value is None and not (name == "blockquote" and key == "expandable"):
                raise fail(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{name}" at byte offset {offset_of(start)}'
                )
            attributes[key] = _REFERENCE.sub(_resolve, value or "")
            position = attribute.end()
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise fail(f'Tag "span" must have class "tg-spoiler" at byte offset {offset_of(start)}')
        open_tags.append((name, length, _details(name, attributes)))
    if open_tags:
        raise fail(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(pieces), entities


def _nesting(name: str, outer: list[str]) -> list[str]:
    """https://core.telegram.org/bots/api#formatting-options: what may stand in what."""
    if name == "code" and outer[-1:] == ["pre"]:
        return []
    if _FLAT.intersection(outer) or (name in _FLAT and set(outer) - {"a", "blockquote"}):
        return [f"<{name}> inside <{outer[-1]}>"]
    if name == "blockquote" and "blockquote" in outer:
        return ["a quotation inside a quotation"]
    return []


def _details(name: str, attributes: dict[str, str]) -> Json:
    if name == "a":
        return {"url": attributes.get("href", "")}
    if name == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    if name == "code" and attributes.get("class", "").startswith("language-"):
        return {"language": attributes["class"].removeprefix("language-")}
    if name == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    return {}


def _close(name: str, begin: int, end: int, extra: Json, text: str, entities: list[Json]) -> None:
    if begin == end:
        return
    entity: Json = {"type": TAGS[name], "offset": begin, "length": end - begin, **extra}
    if name == "a":
        # A link without an address shows its words, which must then be one.
        units = text.encode("utf-16-le", "surrogatepass")[2 * begin : 2 * end]
        entity["url"] = entity["url"] or units.decode("utf-16-le", "surrogatepass")
        if not re.match(r"(https?://|tg://|mailto:|tel:)?[^\s.]+\.[^\s]+|tg://", entity["url"]):
            return
    entities.append(entity)
