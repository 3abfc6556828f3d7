# SPDX-License-Identifier: MIT
"""Timed figures: `make bench` runs them and prints the table that the docs carry."""
