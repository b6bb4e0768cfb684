"""Fractional keys: a place between two neighbours without renumbering anybody.

A key is a whole number and a fraction, both in base 62, so that plain string comparison sorts them. The
number's first letter says how many digits follow: "a0" … "az", "b00" … upward, "Zz" … "Z0", "Yzz" … downward.
Appending a thousand times keeps keys at three characters; only squeezing between neighbours makes them longer.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST = "a0"
_HEADS = DIGITS[10:]
_KNOWN = frozenset(DIGITS)


def key_between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and ahead of `after`; None means the open end.

    Neighbours that share a key (ties are broken by id) have nothing between them: the new key goes behind both.
    A file of somebody else may hold any text as a key: then the new one sorts after `before`, whatever that is.
    """
    if before is not None and after is not None and before >= after:
        after = None
    if not (_is_key(before) and _is_key(after)):
        return _beside_any_text(before, after)
    if before is None and after is None:
        return FIRST
    if after is None:
        assert before is not None
        whole, _ = _parts(before)
        return _next(whole)
    if before is None:
        whole, fraction = _parts(after)
        return whole if fraction else _previous(whole)
    whole, fraction = _parts(before)
    whole_after, fraction_after = _parts(after)
    if whole == whole_after:
        return whole + _middle(fraction, fraction_after)
    following = _next(whole)
    return following if following < after else whole + _middle(fraction, None)


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` ascending keys between two neighbours."""
    if before is not None and after is not None and before >= after:
        after = None
    if count < 1:
        return []
    if after is None:
        keys = []
        for _ in range(count):
            before = key_between(before, None)
            keys.append(before)
        return keys
    half = key_between(before, after)
    left = (count - 1) // 2
    return [*keys_between(before, half, left), half, *keys_between(half, after, count - 1 - left)]


def _is_key(text: str | None) -> bool:
    """Whether a text is a key of ours, or the open end."""
    if text is None:
        return True
    return bool(text) and text[0] in _HEADS and len(text) >= _length(text[0]) and _KNOWN.issuperset(text)


def _beside_any_text(before: str | None, after: str | None) -> str:
    """A text sorts ahead of all that begin with it; ahead of nearly every text sort digits."""
    if before is not None:
        return before + DIGITS[len(DIGITS) // 2]
    assert after is not None
    return next((key for key in (FIRST, DIGITS[0]) if key < after), after)


def _parts(key: str) -> tuple[str, str]:
    length = _length(key[0])
    return key[:length], key[length:]


def _length(head: str) -> int:
    return ord(head) - ord("a") + 2 if head >= "a" else ord("Z") - ord(head) + 2


def _next(whole: str) -> str:
    head, value = whole[0], _value(whole[1:]) + 1
    width = len(whole) - 1
    if value < 62**width:
        return head + _digits(value, width)
    if head == "Z":
        return FIRST
    head = chr(ord(head) + 1)
    return head + "0" * (_length(head) - 1)


def _previous(whole: str) -> str:
    head, value = whole[0], _value(whole[1:]) - 1
    width = len(whole) - 1
    if value >= 0:
        return head + _digits(value, width)
    head = "Z" if head == "a" else chr(ord(head) - 1)
    return head + "z" * (_length(head) - 1)


def _middle(low: str, high: str | None) -> str:
    """A fraction strictly between two; it never ends in "0", so there is always room ahead of it."""
    same = 0
    while high is not None and same < len(high) and (low[same] if same < len(low) else "0") == high[same]:
        same += 1
    if same:
        assert high is not None
        return high[:same] + _middle(low[same:], high[same:])
    a = DIGITS.index(low[0]) if low else 0
    b = DIGITS.index(high[0]) if high else len(DIGITS)
    if b - a > 1:
        return DIGITS[(a + b) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return DIGITS[a] + _middle(low[1:], None)


def _value(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 62 + DIGITS.index(digit)
    return value


def _digits(value: int, width: int) -> str:
    found = ""
    for _ in range(width):
        value, digit = divmod(value, 62)
        found = DIGITS[digit] + found
    return found
