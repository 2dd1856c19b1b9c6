"""Files of every format, damaged at random, loaded as a folder is: nothing but our own failures, no load that ends, none over its limit."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from tempfile import mkdtemp

from PIL import Image, ImageDraw
from reportlab.pdfgen import canvas

from corpus.files import files_in
from db.load.dispatch import load
from db.load.limits import Limits
from db.load.workers import WorkerPool
from db.schema.database import open_database
from extract.source import Source  # noqa: F401  (the readers are imported before the first limit counts)
from tests.conftest import PLANS, ROOT
from tests.torture.part import STATE, Part, Step

# Failures that are none of the file's: a fault of ours, or a limit that was reached.
WRONG = frozenset({"internal", "timeout", "worker-lost", "memory"})
# Seconds for one mutant: a plan takes a tenth of one, LibreOffice some.
LIMITS = Limits(seconds=60, megabytes=1500, pages=100)
EACH = 25

_TEXT = (PLANS / "tan-yen-ctr-ubnd-2021.txt").read_text(encoding="utf-8")[:9000]
_FORMATS = ROOT / "tests/data/formats"
_WORDS = (
    b"<table><tr><td>", b"</td>", b"&#x0;", b"&#xD800;", b"<!--", b"\xff\xfe", b"\x00", b"\r\n\r\n", b"--b--", b"| --- |", b"\xe1\xba",
    b"%PDF-", b"PK\x03\x04", b"<w:p>", b"]]>", b"{\\rtf", b"\\u-1?", b"1" * 400, b"(" * 60, b"31/9/2022", b"99999999999999999999%", b"\x0c" * 9,
)  # fmt: skip


# --- what they are made from -----------------------------------------------------------------------------------------


def _html() -> bytes:
    body = "".join(f"<p>{line}</p>\n" for line in _TEXT.splitlines())
    table = "<table>" + "".join(f"<tr><td>{n}</td><td>Tỷ lệ trẻ em {n}</td><td>{n + 50}%</td></tr>" for n in range(8)) + "</table>"  # fmt: skip
    return f"<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body>{body}{table}</body></html>".encode()


def _eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.vn", "c@d.vn", "Kế hoạch trẻ em"
    message.set_content(_TEXT[:2000])
    message.add_attachment(_TEXT.encode(), maintype="text", subtype="plain", filename="kế hoạch.txt")
    message.add_attachment(_html()[:4000], maintype="text", subtype="html", filename="trang.html")
    return message.as_bytes()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Huyện A/kế hoạch.txt", _TEXT.encode())
        archive.writestr("b.html", _html()[:3000])
        archive.writestr("c.eml", _eml()[:5000])
    return out.getvalue()


def _md() -> bytes:
    return (
        "# KẾ HOẠCH\n\n| TT | Chỉ tiêu | 2025 |\n| --- | --- | --- |\n| 1 | Tỷ lệ **tiêm chủng** | 95% |\n\n" + _TEXT
    ).encode()


def _rtf() -> bytes:
    words = "".join(char if ord(char) < 128 and char not in "\\{}" else f"\\u{ord(char)}?" for char in _TEXT[:3000])
    return ("{\\rtf1\\ansi " + words.replace("\n", "\\par\n") + "}").encode("ascii", "replace")


def _odt() -> bytes:
    body = "".join(f"<text:p>{line.replace('&', '').replace('<', '')}</text:p>" for line in _TEXT[:4000].splitlines())
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f'<?xml version="1.0"?><office:document-content {names} office:version="1.3"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
        )  # fmt: skip
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return out.getvalue()


def _pdf() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out)
    for number, line in enumerate(_TEXT.splitlines()[:40]):
        page.drawString(60, 800 - number * 18, line.encode("ascii", "ignore").decode())
    page.save()
    return out.getvalue()


def _png() -> bytes:
    picture = Image.new("L", (620, 300), 255)
    ImageDraw.Draw(picture).text((20, 20), "KE HOACH\n95% tre em\nnam 2025", fill=0)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


BASES: dict[str, Callable[[], bytes]] = {
    "txt": lambda: _TEXT.encode(), "md": _md, "html": _html, "eml": _eml, "zip": _zip,
    "docx": lambda: (_FORMATS / "duc-co-kh-2022.docx").read_bytes(), "odt": _odt, "rtf": _rtf, "pdf": _pdf, "png": _png,
}  # fmt: skip


# --- damage ----------------------------------------------------------------------------------------------------------


def mutant(kind: str, number: int) -> bytes:
    """The damaged file of a number: always the same."""
    chance = random.Random(f"{kind}-{number}")
    data = BASES[kind]()
    if kind in ("docx", "odt", "zip") and chance.random() < 0.6:
        return _inside(data, chance)
    return damaged(data, chance)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Bytes after one to six accidents."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        if not out:
            break
        at = chance.randrange(len(out))
        length = chance.choice((1, 1, 2, 4, 16, 300, len(out) // 4 + 1))
        match chance.randrange(9):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                out[at] = chance.randrange(256)
            case 2:
                del out[at : at + length]
            case 3:
                out[at:at] = out[at : at + length]
            case 4:
                out[at : at + length] = bytes(min(length, len(out) - at))
            case 5:
                out[at:at] = chance.randbytes(length % 40 + 1)
            case 6:
                out[at:at] = chance.choice(_WORDS)
            case 7:
                other = chance.randrange(len(out))
                out[at : at + length], out[other : other + length] = out[other : other + length], out[at : at + length]
            case _:
                if chance.random() < 0.3:
                    del out[at:]
    return bytes(out)


def _inside(data: bytes, chance: random.Random) -> bytes:
    """An archive whose files are damaged and whose frame is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        items = archive.infolist()
        hit = {chance.randrange(len(items)) for _ in range(chance.choice((1, 1, 2)))}
        for number, item in enumerate(items):
            content = archive.read(item)
            if number in hit and chance.random() < 0.15:
                continue
            new.writestr(item.filename, damaged(content, chance) if number in hit else content)
    return out.getvalue()


# --- the parts -------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(kind: str) -> Iterator[Step]:
    pool = WorkerPool(2, megabytes=LIMITS.megabytes)

    def step(number: int) -> list[str]:
        folder = Path(mkdtemp(prefix="torture-"))
        try:
            for case in range(number * EACH, (number + 1) * EACH):
                (folder / f"{case:06}.{kind}").write_bytes(mutant(kind, case))
            return loaded(folder, pool)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    try:
        yield step
    finally:
        pool.kill()
        pool.shutdown()


def loaded(folder: Path, pool: WorkerPool) -> list[str]:
    """What is wrong with a load of a folder; the files are kept."""
    db = open_database(None)
    wrong: list[str] = []
    try:
        seen = set()
        for outcome in load(
            db, files_in([folder]), executor=pool, allowed=LIMITS, at_once=2,
            at_fault=lambda fault: wrong.append(f"{Path(fault.path).name}: {fault.message}"),
        ):  # fmt: skip
            seen.add(Path(outcome.path).relative_to(folder).parts[0])
            if outcome.error in WRONG:
                wrong.append(f"{Path(outcome.path).relative_to(folder)}: {outcome.error}: {outcome.message}")
        wrong += [f"{path.name}: no line of its own" for path in folder.iterdir() if path.name not in seen]
    except Exception as error:
        wrong.append(f"the load ended: {type(error).__name__}: {error}")
    finally:
        db.close()
    for line in wrong:
        path = folder / Path(line.split(":")[0]).parts[0]
        if path.is_file():
            (STATE / "files").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, STATE / "files" / path.name)
    return wrong


PARTS = tuple(
    Part(f"mutants.{kind}", "damaged files in a folder, loaded by two workers", count // EACH, EACH, lambda kind=kind: _opened(kind))  # type: ignore[misc]
    for kind, count in (*((kind, 1000) for kind in ("txt", "md", "html", "eml", "docx", "zip")), *((kind, 200) for kind in ("odt", "rtf", "pdf", "png")))
)  # fmt: skip
