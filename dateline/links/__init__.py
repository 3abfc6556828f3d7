# SPDX-License-Identifier: MIT
"""Whether the addresses of sources still answer: asked when somebody says so, and never by a build."""
