# SPDX-License-Identifier: MIT
"""The files that hold all events of a slice, format by format, each made from the same flat records."""
