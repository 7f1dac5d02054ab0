"""Releases of built sites: what is in one, by whom it is signed, and whether a copy is one.

`SHA256SUMS` names every file of a site with its SHA-256; `release.json` holds the SHA-256 of `SHA256SUMS`,
the serial, the dates and the SHA-256 of the `release.json` before; `release.json.sig` signs `release.json`
(`ssh-keygen -Y`, PROTOCOL.sshsig). So one signature covers every file, and the small signed file stands
alone in a log. The idea is apt's `InRelease` with three of TUF: serial, expiry, one list for all files.
"""
