"""Field types: each reads what Vietnamese staff type and refuses what it would have to guess."""
