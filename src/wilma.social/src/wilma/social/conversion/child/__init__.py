"""The program that opens files of people: `python -m wilma.social.conversion.child KIND`.

It runs apart from the worker, since a file may be made to break the program that reads it. Before
it looks at the file it takes away from itself whatever it does not need (isolation.py). The file
is its standard input; what it made lies in its working folder (results.py).

Standard library, Pillow and pypdfium2 only: it must start fast, and know nothing of the site.
"""
