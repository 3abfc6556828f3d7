# SPDX-License-Identifier: MIT
"""Every kind of problem that is not a rule, one module for each step that finds them."""
