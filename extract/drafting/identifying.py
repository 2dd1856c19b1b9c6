"""The words that identify each measure of a draft: the chunks of its name that the names of its sisters have not.

`key`, `all` and `none` are those of the file (`docs/programmes.md`). Every measure is then tried on its own sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import regex

from corpus.programme import Programme
from corpus.programme.alignment import Aligner, plain
from extract.drafting.measures import Drafted
from patterns import drafting, populations

# So many chunks of a name must be found in a target that measures the same.
_MOST = 2
_STOPS = regex.compile(r"[^\p{L}\s]+")


def identify(measures: Sequence[Drafted], title: str, texts: Sequence[str]) -> None:
    """Sets `key`, `all` and `none` of each measure; `texts` show which syllables stand together and which chunks are common."""
    names = [plain(one.name) for one in measures]
    cut = _Cutter(texts)
    chunks = [cut.chunks(name) for name in names]
    for position, one in enumerate(measures):
        others = names[:position] + names[position + 1 :]
        if any(all(chunk in other for chunk in chunks[position]) for other in others):
            chunks[position] = list(dict.fromkeys(chunks[position] + cut.stretches(names[position])))
        one.chunks = chunks[position]
    whole = plain("; ".join(texts))
    common = Counter({chunk: whole.count(chunk) for found in chunks for chunk in found})
    topic = {chunk for found in chunks for chunk in found if chunk in plain(title)}
    for position, one in enumerate(measures):
        chosen = _chosen(position, names, chunks, common, topic)
        above = plain("; ".join(words for target in one.targets for words in target.above))
        if all(
            chunk in above for chunk in chosen
        ):  # a heading alone, above a clause of few words, must not mean the measure
            chosen += [chunk for chunk in _rarest(chunks[position], common) if chunk not in above][:1]
        one.key = [chunk for chunk in chosen if not drafting.AGE.fullmatch(chunk)][:1] or chosen[:1]
        one.all = [_pattern(chunk) for chunk in chosen]
        kind = populations.of_measure(names[position])
        if kind in ("places", "schools"):
            one.all.insert(0, populations.pattern(kind))
        rivals = [
            other
            for other in range(len(names))
            if other != position
            and (
                all(regex.search(pattern, names[other]) for pattern in one.all)
                or (measures[other].indicator == one.indicator and any(chunk in names[other] for chunk in chosen))
            )
        ]
        for other in rivals:
            more = _rarest([chunk for chunk in chunks[other] if chunk not in names[position]], common)
            one.none += [pattern for chunk in more[:2] if (pattern := _pattern(chunk)) not in one.none]
        if one.direction == "less":
            one.none += [pattern for word, pattern in drafting.NOT_HARM.items() if word not in names[position]]
        if rivals and not one.none:
            one.doubts["key"] = (
                "tên không khác chỉ tiêu khác; hãy thêm mẫu / its name is told from no other; add patterns"
            )


def confirm(measures: Sequence[Drafted], parsed: Callable[[], Programme]) -> None:
    """Tries each measure on its own sentences; where another measure takes one, that other gets the words of this one as `none`."""
    for _ in range(2):
        taken = _taken(measures, parsed())
        for one, other in taken:
            apart = [chunk for chunk in one.chunks if chunk not in plain(other.name)]
            other.none += [pattern for chunk in apart[:1] if (pattern := _pattern(chunk)) not in other.none]
    for one, other in _taken(measures, parsed()):
        one.doubts["key"] = f"câu của chính nó khớp với {other.code} / its own sentence is taken for {other.code}"
    lost = _lost(measures, parsed())
    for one in lost:
        one.doubts["key"] = "các mẫu không khớp câu của chính nó / the patterns do not match its own sentence"


def _taken(measures: Sequence[Drafted], programme: Programme) -> list[tuple[Drafted, Drafted]]:
    """The measures a sentence of which means another one, with that other."""
    by_code = {one.code: one for one in measures}
    return [(one, by_code[code]) for one, code in _meant(measures, programme) if code not in (None, one.code)]


def _lost(measures: Sequence[Drafted], programme: Programme) -> list[Drafted]:
    return [one for one, code in _meant(measures, programme) if code is None]


def _meant(measures: Sequence[Drafted], programme: Programme) -> list[tuple[Drafted, str | None]]:
    aligner = Aligner([programme])
    return [
        (one, next((found.code for found in aligner.align(target)), None)) for one in measures for target in one.targets
    ]


def _chosen(
    position: int, names: list[str], chunks: list[list[str]], common: Counter[str], topic: set[str]
) -> list[str]:
    """The rarest chunks of a name, one that the programme is about, and more while the name of a sister has all of them as well."""
    rarest = _rarest(chunks[position], common) or [names[position]]
    chosen = rarest[:_MOST]
    if not topic.intersection(chosen):
        chosen += [chunk for chunk in rarest if chunk in topic][:1]
    for chunk in [chunk for chunk in rarest if chunk not in chosen]:
        if not any(other != position and all(word in name for word in chosen) for other, name in enumerate(names)):
            break
        chosen.append(chunk)
    whole = [chunk for chunk in chosen if not any(chunk != other and chunk in other for other in chosen)]
    return sorted(whole, key=names[position].find)


def _rarest(chunks: Sequence[str], common: Counter[str]) -> list[str]:
    """Chunks from the rarest on, of those as rare the longer first; ages last, since other ages make a near match anyway."""
    return sorted(
        dict.fromkeys(chunks), key=lambda chunk: (drafting.AGE.fullmatch(chunk) is not None, common[chunk], -len(chunk))
    )


def _is_counted(chunk: str) -> bool:
    """Whether a chunk only says who or what is counted."""
    return drafting.PEOPLE.fullmatch(chunk) is not None or populations.kind(chunk) in ("places", "schools")


class _Cutter:
    """Cuts a stretch of words into chunks of one or two syllables that stand together elsewhere too: most words have two."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._single: Counter[str] = Counter()
        for text in texts:
            for stretch in _STOPS.split(plain(text)):
                words = stretch.split()
                self._single.update(words)
                self._pairs.update(pairwise(words))

    def chunks(self, name: str) -> list[str]:
        """The chunks of a name in lower case, ages among them; those of one syllable only within a longer stretch."""
        ages = [match.group() for match in drafting.AGE.finditer(name)]
        bare = drafting.DENOMINATOR.sub("", drafting.RATE.sub("", name))
        stretches = drafting.BETWEEN_CHUNKS.split(drafting.AGE.sub(" , ", bare))
        found = [chunk for stretch in stretches for chunk in self._cut(stretch.split())]
        longer = [chunk for chunk in found if " " in chunk and not _is_counted(chunk)]
        return [*(longer or found), *ages]

    def stretches(self, name: str) -> list[str]:
        """The stretches that the chunks are cut from, as they are: `thẻ thư viện`."""
        bare = drafting.AGE.sub(" , ", drafting.DENOMINATOR.sub("", drafting.RATE.sub("", name)))
        found = [" ".join(stretch.split()) for stretch in drafting.BETWEEN_CHUNKS.split(bare)]
        return [stretch for stretch in found if " " in stretch and not _is_counted(stretch)]

    def _cut(self, words: list[str]) -> list[str]:
        """The cut whose pairs hold together best."""
        best: list[tuple[float, list[str]]] = [(0.0, [])]
        for end in range(1, len(words) + 1):
            ways = [(best[end - 1][0], [*best[end - 1][1], words[end - 1]])]
            if end > 1:
                score, cut = best[end - 2]
                pair = words[end - 2], words[end - 1]
                # of ways as good the one with the pair behind: `thể | thấp còi`, `trường | mẫu giáo`
                ways.insert(0, (score + self._holds(pair), [*cut, " ".join(pair)]))
            best.append(max(ways, key=lambda way: way[0]))
        return best[-1][1]

    def _holds(self, pair: tuple[str, str]) -> float:
        """How often, of the times that the rarer of two syllables is there, the other stands beside it; what was seen more often counts more."""
        together = self._pairs[pair]
        rarer = min(self._single[pair[0]], self._single[pair[1]])
        return 0.1 + (together / rarer * together / (together + 1) if together else 0.0)


def _pattern(chunk: str) -> str:
    """A chunk as a pattern: whole words, an age with or without its zero."""
    age = drafting.AGE.fullmatch(chunk)
    if age is not None:
        return rf"\b0?{age['age']} {age['of']}\b"
    return rf"\b{regex.escape(chunk, special_only=True, literal_spaces=True)}\b"
