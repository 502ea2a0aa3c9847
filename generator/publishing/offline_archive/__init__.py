"""Sites and sheets as archives for use from a USB stick."""
