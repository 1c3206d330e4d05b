"""Discord, through discord.py: events in, actions out, and everything that library needs to be watched for."""
