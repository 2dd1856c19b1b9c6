"""Addresses and the pages behind them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from datasette.utils.asgi import Response

from db.site import comparison_export, exports
from db.site.pages import (
    account,
    agencies,
    cascade,
    collect,
    compare,
    correct,
    coverage,
    deadlines,
    deciding,
    diff,
    files,
    home,
    laws,
    letter,
    measure,
    page_picture,
    plan,
    plans,
    progress,
    review,
    review_progress,
    search,
    side_by_side,
    signing_in,
    standing,
    upload,
)

ROUTES: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (r"^/$", home.home),
    (r"^/compare\.(?P<form>xlsx|csv)$", comparison_export.matrix),
    (r"^/compare/bieu\.xlsx$", comparison_export.form),
    (r"^/export/(?P<name>[a-z_]+)\.(?P<form>json|csv|xlsx)$", exports.export),
    (r"^/diff$", diff.diff),
    (r"^/diff\.(?P<form>xlsx|csv|json)$", diff.file),
    (r"^/plans$", plans.plans),
    (r"^/plans/(?P<slug>[^/]+)/file$", plans.file),
    (r"^/plans/(?P<slug>[^/]+)/pages/(?P<number>[1-9][0-9]{0,3})\.png$", page_picture.picture),
    (r"^/compare$", compare.compare),
    (r"^/compare/cell$", compare.cell),
    (r"^/compare/plans$", side_by_side.plans),
    (r"^/compare/plans\.(?P<form>xlsx|csv|json)$", side_by_side.file),
    (r"^/plans/(?P<slug>[^/]+)$", plan.plan),
    (r"^/plans/(?P<slug>[^/]+)/gop-y\.docx$", letter.file),
    (r"^/plans/(?P<slug>[^/]+)/gop-y$", letter.letter),
    (r"^/plans/(?P<slug>[^/]+)/gop-y/sender$", letter.keep),
    (r"^/plans/(?P<slug>[^/]+)/so-ket\.docx$", progress.report),
    (r"^/plans/(?P<slug>[^/]+)/remove$", standing.remove),
    (r"^/plans/(?P<slug>[^/]+)/restore$", standing.restore),
    (r"^/plans/(?P<slug>[^/]+)/confirm$", standing.confirm),
    (r"^/files/versions$", standing.answer),
    (r"^/comments$", collect.collect),
    (r"^/comments\.docx$", collect.file),
    (r"^/review$", review.review),
    (r"^/review/progress$", review_progress.progress),
    (r"^/review/decide$", deciding.decide),
    (r"^/review/undo$", deciding.undo),
    (r"^/review/assign$", deciding.assign),
    (r"^/search$", search.search),
    (r"^/measures$", measure.measures),
    (r"^/measures/(?P<code>[^/]+)$", measure.measure),
    (r"^/measures/(?P<code>[^/]+)/(?P<chart>ranked|spread|trend|map)\.svg$", measure.chart),
    (r"^/cascade$", cascade.cascade),
    (r"^/deadlines$", deadlines.deadlines),
    (r"^/deadlines\.ics$", deadlines.ics),
    (r"^/coverage$", coverage.coverage),
    (r"^/progress$", progress.progress),
    (r"^/agencies$", agencies.agencies),
    (r"^/agencies/(?P<identity>[^/]+)$", agencies.agency),
    (r"^/laws$", laws.laws),
    (r"^/laws/(?P<name>[^/]+)$", laws.law),
    (r"^/upload$", upload.upload),
    (r"^/upload/new$", upload.new),
    (r"^/upload/(?P<identity>[0-9a-f-]+)$", upload.one),
    (r"^/upload/(?P<identity>[0-9a-f-]+)/file$", upload.file),
    (r"^/upload/(?P<identity>[0-9a-f-]+)/start$", upload.start),
    (r"^/upload/(?P<identity>[0-9a-f-]+)/errors\.csv$", upload.errors),
    (r"^/correct/(?P<kind>[a-z_]+)/(?P<record>[^/]+)$", correct.correct),
    (r"^/files$", files.files),
    (r"^/corrections$", files.corrections),
    (r"^/help$", files.help_),
    (r"^/account$", account.account),
    (r"^/audit$", account.log),
]

# Pages for which one need not be signed in, whatever the settings.
OPEN: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (r"^/-/login$", signing_in.login),
    (r"^/-/logout$", signing_in.logout),
    # Of what Datasette has there, tools for its developers are closed.
    (
        r"^/-/(?P<name>(?:password-tool|allow-debug|permissions|messages|patterns|threads|auth-token|config)(?:\..*)?)$",
        signing_in.closed,
    ),
]

# Pages that take what is sent to them; all others are for reading.
WRITES = frozenset(
    {
        signing_in.login, signing_in.logout, account.account,
        standing.remove, standing.restore, standing.confirm, standing.answer,
        deciding.decide, deciding.undo, deciding.assign, correct.correct, letter.keep, collect.collect, collect.file,
        upload.new, upload.file, upload.start,
    }
)  # fmt: skip

# Pages that show what is in the database and nothing else: people without an account, who all see the same, get them as they were last made.
SAME_FOR_ALL = frozenset(
    {
        home.home, plans.plans, plan.plan, compare.compare, compare.cell, side_by_side.plans, review.review, search.search,
        measure.measures, measure.measure, measure.chart, cascade.cascade, deadlines.deadlines, coverage.coverage,
        progress.progress, agencies.agencies, agencies.agency, laws.laws, laws.law,
    }
)  # fmt: skip

# Of the pages that take what is sent the ones that people write much in: it is given back to those who are no longer signed in.
WRITTEN = frozenset({deciding.decide, deciding.assign, correct.correct, letter.keep})
