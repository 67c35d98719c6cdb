"""The benchmark: two cities of different size, the same requests to both.

`make bench` builds them once and measures; nothing of it runs in a site.
"""
