"""What does not fit together among departments, those who send to them, and how mail leaves."""

from collections.abc import Iterator

from bot.adapters.files.department_part import LOCAL
from bot.adapters.files.faults import did_you_mean
from bot.adapters.files.lint import Remark
from bot.adapters.files.model import CommunityFile


def misfits(file: CommunityFile) -> Iterator[Remark]:
    """Find departments that do not exist, and addresses that may not be written to as they stand."""
    for key, category in file.inbox.categories.items():
        # Without any departments the name is only kept with the conversation.
        if file.departments and category.department and category.department not in file.departments:
            what = f'there is no department "{category.department}"'
            path = ("inbox", "categories", key, "department")
            yield path, what, did_you_mean(category.department, file.departments)
    for key, part in file.departments.items():
        if part.webhook is not None and part.webhook.url.startswith("http:") and not part.webhook.allow_private:
            what = "what members write does not go over the network unencrypted"
            yield (
                ("departments", key, "webhook", "url"),
                what,
                "https://..., or allow_private: on within your own network",
            )
        if part.mail is not None and file.mail is None:
            yield ("departments", key, "mail"), "nothing says how mail leaves", "write a mail: section with a server"
    if file.mail is not None and file.mail.tls == "none" and file.mail.server not in LOCAL:
        what = "mail goes unencrypted to this very machine only"
        yield ("mail", "tls"), what, "starttls, or implicit"
