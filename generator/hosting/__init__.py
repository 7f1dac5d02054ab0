"""Sites on other people's machines: what a host takes, and the files that publish there."""
