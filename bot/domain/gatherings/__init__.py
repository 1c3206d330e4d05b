"""What brings people together: polls, contests, events, posts, and the voice they are written in."""
