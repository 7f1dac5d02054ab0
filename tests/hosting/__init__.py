"""Sites on other people's machines."""
