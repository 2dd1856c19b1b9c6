"""What can be wrong with a file: one class a failure; the message names the reason and what to do next."""

from __future__ import annotations


class ReadError(Exception):
    """The file cannot be read as a plan; `code` is stable, the message is for the person who loads."""

    code = "unreadable"


class MissingFile(ReadError):
    """The path does not exist or is not a file."""

    code = "missing"


class EmptyFile(ReadError):
    """The file has no bytes, or no words."""

    code = "empty"


class UnknownKind(ReadError):
    """No reader knows this kind of file."""

    code = "unknown-kind"


class DamagedFile(ReadError):
    """The file says it is of a kind and cannot be opened as such."""

    code = "damaged"


class EncryptedFile(ReadError):
    """The file asks for a password."""

    code = "encrypted"


class ClassifiedFile(ReadError):
    """The document bears a stamp of secrecy: neither its text nor a copy is kept."""

    code = "classified"


class MissingProgram(ReadError):
    """A program that reads this kind of file is not installed: the file waits for it."""

    code = "needs-program"


class NeedsOcr(MissingProgram):
    """A scan, and the program that recognises its words is not installed: the file waits for it."""

    code = "needs-ocr"


class ResultsForm(ReadError):
    """A form for results: it is taken in by a command of its own, and is no document."""

    code = "results-form"


class TooLarge(ReadError):
    """The file is larger than any plan: reading it would take the machine's memory or hours."""

    code = "too-large"


class NotAFile(ReadError):
    """The path is a pipe or a device: reading it might never end."""

    code = "not-a-file"


class OutsideLink(ReadError):
    """A symbolic link that leads out of the folder that was given."""

    code = "outside-link"


class NoRoom(ReadError):
    """The disk is full: the file is read when there is room."""

    code = "no-room"


class ProgramStopped(ReadError):
    """A program that was reading the file was ended from outside: the file is read again by the next load."""

    code = "stopped"
