People see what is addressed to them behind a bell in the top bar and on a page of their own: what of theirs was published or sent back, and what is to be reviewed.
