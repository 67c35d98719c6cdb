"""What one conversion may use, seen from the program that does it and from the worker."""

# Bytes of address space: two copies of the largest picture, and a machine of 2 GB lives on.
MEMORY = 1 << 30
CPU_SECONDS = 20
# From start to end. A good deal more: the machine may be busy, and it gives way to everything.
WALL_SECONDS = 120
LARGEST_OUTPUT = 8 << 20
# Of the folder in memory: what is made, and once more while it is written.
FOLDER_SIZE, FOLDER_FILES = 32 << 20, 64

# Signs of text that are kept: about 300 pages. What is behind them is not found by search.
LONGEST_TEXT = 1_000_000
# Seconds after which a long document is left as it is, with the text so far.
ENOUGH_SECONDS = 10
MOST_PAGES = 5_000
# Bytes of XML in an office document, unpacked.
MOST_XML = 100 << 20
LARGEST_THUMBNAIL = 4 << 20
MOST_PIXELS = 100_000_000

# Pixels of a preview: it stands in a column of text, and is no replacement for the file.
PREVIEW_WIDTH, PREVIEW_HEIGHT = 800, 1132

# LibreOffice, where it is: address space, and what it may write.
PRINT_MEMORY = 3 << 30
PRINT_CPU_SECONDS = 40
PRINT_SECONDS = 60
PRINT_OUTPUT = 64 << 20
