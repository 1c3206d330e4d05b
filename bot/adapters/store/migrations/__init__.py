"""Revisions of the schema, run by Alembic.

A new one is a file in ``versions`` (copy the newest), its name in ``migrate.SCHEMAS``, and the same change in
``tables``; a test compares them.
"""
