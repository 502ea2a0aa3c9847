"""What a commune says for itself."""
