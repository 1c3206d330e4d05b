"""A reported message is a conversation: what it is about, whom it is kept from, and which rules the message broke."""

import sqlalchemy as sa
from alembic import op

revision = "r0025"
down_revision = "r0036"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the columns; complaints that are not settled become conversations when the bot starts."""
    for column in (sa.Column("conversation", BIG), sa.Column("rules", sa.Text())):
        op.add_column("complaints", column)
    for column in (sa.Column("report", BIG), sa.Column("kept_from", sa.Text())):
        op.add_column("conversations", column)
