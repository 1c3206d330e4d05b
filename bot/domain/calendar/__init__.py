"""The content calendar: when a post goes out, who has to agree, and what an overview shows."""
