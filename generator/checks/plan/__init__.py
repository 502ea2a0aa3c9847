"""The yearly plan and its registers."""
