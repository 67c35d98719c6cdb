"""Text and previews of files, made by the worker in a child process with limits."""
