"""Who may see what, and from when to when: publication dates, and files that follow their page."""
