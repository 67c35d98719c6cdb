The site has its own look: one shell for all pages, light and dark, fast pages for readers.
