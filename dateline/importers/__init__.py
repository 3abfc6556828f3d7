# SPDX-License-Identifier: MIT
"""The formats that can be imported, each one file: a file that is there runs.

A module has `read(given)`, which makes events of files and never raises for what is in them. One that
takes a folder says in `ENDINGS` which of its files are meant; one that can propose a mapping has
`propose(given)`.
"""
