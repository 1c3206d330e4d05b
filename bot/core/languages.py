"""The languages that the bot speaks by itself and has lists of words for."""

LANGUAGES = ("en", "pl", "ru", "es", "sq")
