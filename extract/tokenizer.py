"""One-regex tokenizer: words, numbers and marks of Vietnamese officialese, every character kept."""

from __future__ import annotations

from collections.abc import Callable

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

# A word (letters with their marks), a number with its separators, or one other character; spaCy wants the single space
# after a token apart from the token.
_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|\s+|.", regex.DOTALL)


TOKENIZER = "kehoach.PlanTokenizer.v1"


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create() -> Callable[[Language], PlanTokenizer]:
    """What makes the tokenizer of a pipeline, by the name under which its config keeps it."""
    return _create


def _create(nlp: Language) -> PlanTokenizer:
    return PlanTokenizer(nlp.vocab)


class PlanTokenizer(DummyTokenizer):
    """Words, numbers and marks of Vietnamese officialese; `doc.text` equals the text, always."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for word in _TOKEN.findall(text):
            if word == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)
