"""Pages as their readers use them: code blocks to run, links to follow."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(
    sorted(path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("bot/**/README.md")))
)
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def blocks(page, language):
    """The code blocks of one language."""
    return [text for kind, text in _BLOCK.findall(page.read_text("utf-8")) if kind == language]


def command_lines(page):
    """Every line of its shell blocks, continued lines joined."""
    joined = "".join(blocks(page, "sh")).replace("\\\n", " ")
    return [" ".join(line.split()) for line in joined.splitlines() if line.strip()]


def links(page):
    """Where it leads to within the repository."""
    found = _LINK.findall(_BLOCK.sub("", page.read_text("utf-8")))
    return [link.partition("#")[0] for link in found if not re.match(r"[a-z]+:|#", link)]
