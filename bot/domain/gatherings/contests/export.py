"""What staff get of a contest as a table: what was brought by whom, and how it was placed."""

from collections.abc import Mapping, Sequence

from bot.core.contests import Contest, Submission
from bot.core.sheets import sheet
from bot.core.text import File

HEAD = ("number", "name", "account", "text", "link", "file", "state", "reason", "place", "score", "ballots", "result")


def as_csv(contest: Contest, brought: Sequence[Submission]) -> File:
    """Give one line for each submission, the oldest first; scores once it is over."""
    places = {one.submission: (number, one.score, one.ballots) for number, one in enumerate(contest.standing, 1)}
    became: Mapping[str, str] = {
        **{one.code: "claimed" if one.claimed else "won" for one in contest.won},
        **{one.code: f"passed over: {one.why}" for one in contest.passed},
    }
    rows: list[Sequence[object]] = [HEAD]
    for one in brought:
        said = (one.text, one.link, one.file.name if one.file is not None else "", one.state.value, one.why)
        placed = places.get(one.number, ("", "", ""))
        rows.append((one.number, one.by_name, str(one.by), *said, *placed, became.get(one.code, "")))
    return File(f"contest-{contest.number}.csv", sheet(rows))
