"""The open data of the whole province, against small communes built for real."""
