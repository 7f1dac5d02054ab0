"""`python -m generator` is `congkhai`."""

from generator.cli import main

if __name__ == "__main__":
    main()
