# SPDX-License-Identifier: MIT
"""What must hold between the records of a site, one module a rule; a module that is here runs."""
