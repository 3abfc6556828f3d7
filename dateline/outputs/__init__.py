# SPDX-License-Identifier: MIT
"""What a site consists of: each module here plans some outputs, and a module that is there runs.

A module has one function, `plan(timeline, theme)`, that yields outputs. It opens no file and reads
no YAML; modules never import each other.
"""
