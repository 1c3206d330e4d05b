"""The content calendar: when a post goes out, who has to agree, in which voice, and what an overview shows."""
