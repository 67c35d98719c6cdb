Each person chooses language and colour mode on a page of settings or by REST, and the choice holds on every device; notices that somebody closed stay closed.
