# SPDX-License-Identifier: MIT
"""What must hold of the records of a site, one module a rule; a module that is here runs.

A rule has one of two functions, or both:

`of_event(story, setting)` yields what can be told from one event, the site's settings and its
registries. What it finds is kept until the event, site.yaml or a record that the event mentions
changes; so it looks at nothing else.

`check(timeline)` yields what takes several events to see, and what is wrong in site.yaml and the
registries. Of events it looks at rows alone: a story is costly, and an event that nobody touched is
not read again.
"""
