"""What notes are about: topics people gave them, counted, and words several of the others share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cxstudio.model import Id, Note
from cxstudio.model.folding import folded

_LEAST: Final = 4
"""Letters of the shortest word that can be a topic."""
_STEM: Final = 5
"""Letters of a word that are compared: endings differ, and compounds begin alike."""
_NOTES: Final = 3
"""Notes that share a word before it is proposed."""
_MOST: Final = 6
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_USUAL: Final = """
    aber alle allem allen alles also andere anderen auch auf auto beim bekam bekommen bereits besser bitte dabei
    dafür damit dann dass davon dazu deine deren diese diesem diesen dieser dieses doch dort durch eben
    eigentlich eine einem einen einer eines einfach einmal endlich erst etwas euch eure euer fast ganz ganze
    gehen geht gemacht genau gerade gern gerne gewesen gibt habe haben hallo hatte hatten heute hier hätte ich
    ihre ihrem ihren ihrer immer insgesamt jede jedem jeden jeder jedes jetzt jemand kann kaum kein keine keinem
    keinen keiner kommen konnte könnte könnten leider lieber machen macht man manchmal mehr mehrere meine meinem
    meinen meiner meist mich mindestens mein muss musste müssen nach nachdem natürlich nicht nichts noch nochmal
    nur oder ohne oftmals recht schlecht schon sehr sein seine seinem seinen seiner seit sich sind sogar sollen
    sollte sonst super total trotz trotzdem über überhaupt unser unsere unseren unter viel viele vielen
    vielleicht voll waren wäre weil weiter weitere welche wenig wenn werde werden wieder wird wirklich wirkt
    wollen wollte worden wurde wurden würde würden zwar zwei zwischen gute guter gutes guten about after again
    all also always another anything back because been before being best better both bring came can cannot come
    could didn does doesn doing done down each even ever every everything find first from gave getting give good
    great have having here into just keep know last least less like little long lots made make many maybe more
    most much must need needed never nice nothing often once only other over please quite rather really right
    said same should since some someone something still such sure take than thank thanks that their them then
    there these they thing things this those time times told took under until upon used using very want wanted
    well went were what when where which while will with without would your yours
"""
_SAYING_NOTHING: Final = frozenset(_USUAL.split())
"""Usual words of both languages that say nothing of what a note is about."""


class Topic(NamedTuple):
    """A topic, and the notes it has or would have."""

    name: str
    notes: tuple[Id, ...]


def note_topics(notes: Iterable[Note]) -> tuple[Topic, ...]:
    """Topics people gave these notes, the most frequent first; names that differ in case only are one."""
    having: dict[str, list[Id]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for note in notes:
        name = " ".join(note.theme.split())
        if name:
            spelled.setdefault(folded(name), name)
            having[folded(name)].append(note.id)
    found = [Topic(spelled[key], tuple(ids)) for key, ids in having.items()]
    return tuple(sorted(found, key=lambda topic: (-len(topic.notes), topic.name.casefold())))


def proposed_topics(notes: Sequence[Note], most: int = _MOST) -> tuple[Topic, ...]:
    """Words that at least three notes without a topic share, the most frequent first, as they are mostly written."""
    having: dict[str, list[Id]] = defaultdict(list)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for note in notes:
        if note.theme.strip():
            continue
        told = [word for word in _WORDS.findall(note.text) if len(word) >= _LEAST]
        telling = {word: word.casefold()[:_STEM] for word in told if word.casefold() not in _SAYING_NOTHING}
        for stem in dict.fromkeys(telling.values()):
            having[stem].append(note.id)
        for word, stem in telling.items():
            written[stem][word] += 1
    shared = [(stem, ids) for stem, ids in having.items() if len(ids) >= _NOTES]
    shared.sort(key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(Topic(_spelled(written[stem]), tuple(ids)) for stem, ids in shared[:most])


def _spelled(words: Counter[str]) -> str:
    """The spelling most notes have, of equally frequent ones the shortest; it begins with a capital."""
    best = min(words, key=lambda word: (-words[word], len(word), word))
    return best[:1].upper() + best[1:]
