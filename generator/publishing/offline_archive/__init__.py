"""Sites and sheets as archives that are carried on a stick."""
