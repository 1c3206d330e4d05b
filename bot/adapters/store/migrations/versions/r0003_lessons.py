"""What moderators' verdicts teach the models of a community."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0006"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "lessons",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("variant", sa.Text(), nullable=False),
        sa.Column("scheme", BIG, nullable=False),
        sa.Column("label", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.Column("beside", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("community", "model", "about", name="pk_lessons"),
    )
    op.create_index("ix_lessons_community_model_at", "lessons", ["community", "model", "at"])
