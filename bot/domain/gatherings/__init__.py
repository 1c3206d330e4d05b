"""What brings people together: what polls, contests and events share, and draws that anybody can check."""
