"""The faces of the demo city: drawn, so that they belong to nobody.

`bin/wilma-python -m wilma.policy.demo.artwork.draw` draws them anew into data/portraits, from the
`look` of each person; loading the city only reads the files.
"""
