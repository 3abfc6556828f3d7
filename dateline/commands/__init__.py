# SPDX-License-Identifier: MIT
"""The commands, each one file: a file that is there is one, and is read when somebody asks for it."""
