Mails and other work that nobody should wait for lie in an outbox until they are done, whatever is killed in between; administrators see what was given up and may try it again.
