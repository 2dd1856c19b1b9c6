"""What may be wrong beside a database: files that it was read from, uploads, accounts, who may read what."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from corpus import names
from db.load import lock
from db.review import accounts, audit, sessions, visits
from db.review.accounts import Accounts
from db.review.private import exposed, keep_private
from db.schema.database import rows, transaction
from db.site import uploads
from db.upkeep.defect import FIX, Defect, Patient, halves, some


def sources(patient: Patient) -> list[Defect]:
    """Files that plans were read from and that are not where they were; those of uploads that moved with the database are found again."""
    gone = [
        Path(row["path"])
        for row in rows(patient.db, "SELECT path FROM files WHERE document IS NOT NULL AND error IS NULL ORDER BY path")
        if not _is_there(patient.path, Path(row["path"]))
    ]
    moved = {path: now for path in gone if (now := _moved(patient.path, path)) is not None}
    out = []
    if moved:
        out.append(
            Defect(
                check="sources",
                where=some([path.name for path in moved]),
                says=f"{len(moved)} tệp tải lên đã chuyển chỗ cùng cơ sở dữ liệu / {len(moved)} uploaded files moved with the database",
                remedy=FIX,
                mend=lambda: _found_again(patient, moved),
            )
        )
    by_folder: dict[Path, list[str]] = defaultdict(list)
    for path in gone:
        if path not in moved:
            by_folder[path.parent].append(path.name)
    out += [
        Defect(
            check="sources",
            where=f"{folder}: {some(there)}",
            says=f"{len(there)} tệp gốc không còn ở chỗ cũ; toàn văn vẫn có / {len(there)} original files are gone; their texts are here",
            remedy="đưa tệp về chỗ cũ, hoặc kehoach load chỗ mới / put them back, or kehoach load them from where they are",
            grave=False,
        )
        for folder, there in by_folder.items()
    ]
    return out


def _is_there(database: Path, path: Path) -> bool:
    """Whether a file, or the archive that it was in, is where it was; paths count from here or from the database."""
    return any(
        (there := names.on_disk(one)) is not None and there.is_file()
        for start in (path, database.parent / path)
        for one in (start, *start.parents)
        if one == start or one.suffix
    )


def _moved(database: Path, path: Path) -> Path | None:
    now = uploads.folder_for(database.resolve()) / path.parent.name / path.name
    return now if path.parent.parent.name.endswith("-uploads") and now.is_file() else None


def _found_again(patient: Patient, moved: dict[Path, Path]) -> None:
    with transaction(patient.db):
        for table in ("files", "replacements"):
            patient.db.conn.executemany(
                f"UPDATE OR REPLACE {table} SET path = ? WHERE path = ?",
                [(str(new), old.as_posix()) for old, new in moved.items()],
            )


def uploaded(patient: Patient) -> list[Defect]:
    """Uploads that nobody can open, and files of uploads that were never loaded."""
    folder = uploads.folder_for(patient.path)
    known = {Path(row["path"]).name for row in rows(patient.db, "SELECT path FROM files WHERE path LIKE '%-uploads/%'")}
    out = []
    for one in sorted(folder.iterdir()) if folder.is_dir() else ():
        upload = uploads.Upload.with_id(patient.path, one.name)
        if upload is None:
            out.append(_unknown(one))
            continue
        state = upload.progress()["state"]
        left = [path.name for path in upload.files() if names.shown(path.name) not in known]
        if left and state in ("new", "done", "stopped"):
            out.append(
                Defect(
                    check="uploads",
                    where=f"{one}: {some(left)}",
                    says=f"{len(left)} tệp tải lên chưa được nạp / {len(left)} uploaded files were not loaded",
                    remedy=f"mở /upload/{one.name} rồi nạp tiếp, hoặc xóa thư mục / open /upload/{one.name} and go on, or delete the folder",
                    grave=False,
                )
            )
    return out


def _unknown(path: Path) -> Defect:
    """Something among the uploads that is none; an empty folder goes, what holds something is for a person to look at."""
    empty = path.is_dir() and not any(path.iterdir())
    return Defect(
        check="uploads",
        where=str(path),
        says="không phải một lần tải lên của trang / no upload of the site",
        remedy=FIX if empty else "xem rồi xóa hoặc chuyển đi / look at it, then delete it or move it away",
        grave=False,
        mend=path.rmdir if empty else None,
    )


def people(patient: Patient) -> list[Defect]:
    """Accounts, sessions and the log can be read."""
    out = []
    said = Accounts(patient.path).problem()
    if said:
        out.append(
            Defect(
                check="people",
                where=accounts.path_for(patient.path).name,
                says="tệp tài khoản hỏng, không ai đăng nhập được / the file of accounts is damaged, nobody can sign in",
                remedy="phục hồi bản sao lưu, hoặc xóa tệp rồi kehoach user add / put a backup back, or delete it and kehoach user add",
            )
        )
    signed = sessions.path_for(patient.path)
    if signed.exists() and not sessions.Sessions(patient.path).can_be_read():
        out.append(
            Defect(
                check="people",
                where=signed.name,
                says="tệp phiên đăng nhập hỏng / the file of sessions is damaged",
                remedy=FIX,
                mend=signed.unlink,
            )
        )
    damaged = _damaged_lines(audit.path_for(patient.path))
    if damaged:
        out.append(
            Defect(
                check="people",
                where=f"{audit.path_for(patient.path).name}: {some([str(line) for line in damaged])}",
                says=f"{len(damaged)} dòng nhật ký hỏng / {len(damaged)} lines of the log are damaged",
                remedy="xem tệp; các dòng khác vẫn đọc được / look at the file; the other lines can be read",
                grave=False,
            )
        )
    return out


def _damaged_lines(path: Path) -> list[int]:
    """The numbers of the lines of a log that are no acts."""
    out = []
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    for number, line in enumerate(lines, 1):
        try:
            audit.Entry(**json.loads(line))
        except (ValueError, TypeError):
            out.append(number)
    return out


def modes(patient: Patient) -> list[Defect]:
    """The database and what stands beside it is its owner's alone."""
    return _of_files(
        "modes",
        exposed(patient.path),
        "tệp người khác đọc được / files can be read by others",
        lambda: keep_private(patient.path),
    )


def leftovers(patient: Patient) -> list[Defect]:
    """What was being written when somebody was killed."""
    left = [
        path
        for of in (accounts, sessions, visits)
        for path in sorted(patient.path.parent.glob(f"{of.path_for(patient.path).name}.*.new"))
    ]
    note = lock.note_of(patient.path)
    if note.exists() and not patient.ours and not patient.is_loaded_into():
        left.append(note)
    return _of_files(
        "leftovers",
        left,
        "tệp viết dở còn lại / files were left half written",
        lambda: _delete(left),
        grave=False,
    )


def _of_files(
    check: str, found: list[Path], says: str, mend: Callable[[], object], *, grave: bool = True
) -> list[Defect]:
    """One defect of all the files that have it, mended without a person; none without files."""
    if not found:
        return []
    vi, en = halves(says)
    return [
        Defect(
            check=check,
            where=some([path.name for path in found]),
            says=f"{len(found)} {vi} / {len(found)} {en}",
            remedy=FIX,
            grave=grave,
            mend=mend,
        )
    ]


def _delete(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
