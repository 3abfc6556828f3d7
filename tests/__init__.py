"""The tests, a package by name: packages from elsewhere that bring a `tests` of their own do not hide it."""
