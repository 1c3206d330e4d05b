"""One config file, from bytes to a checked model, with every fault said at once where it can be."""

from pathlib import Path

from bot.adapters.files.crosscheck import crosscheck
from bot.adapters.files.faults import Fault, Refused
from bot.adapters.files.model import CommunityFile
from bot.adapters.files.tree import Tree, read_tree
from bot.adapters.files.validate import validate


def parse(data: bytes, name: str) -> tuple[CommunityFile, Tree]:
    """Read a file's bytes; ``name`` is what faults call it. Raises Refused."""
    tree = read_tree(data, name)
    file = validate(tree)
    crosscheck(tree, file)
    return file, tree


def read_bytes(path: Path) -> bytes:
    """Read a file from the disk; raises Refused where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        how = "python3 -m bot init writes one"
        raise Refused(str(path), "", [Fault(1, 1, "there is no such file", how)]) from None
    except OSError as error:
        raise Refused(str(path), "", [Fault(1, 1, f"the file cannot be read: {error.strerror}")]) from None


def files_in(path: Path) -> tuple[Path, ...]:
    """List the community files that ``--config`` names: the file itself, or each in the folder."""
    if not path.is_dir():
        return (path,)
    found = sorted(one for one in path.iterdir() if one.suffix in {".yaml", ".yml"} and not one.name.startswith("."))
    if not found:
        raise Refused(
            str(path), "", [Fault(1, 1, "there is no .yaml file in this folder", "python3 -m bot init writes one")]
        )
    return tuple(found)
