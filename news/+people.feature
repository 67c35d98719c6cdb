An account and its profile are made, renamed, disabled and deleted together, whichever way; who is added by others gets a mail that leads to a password.
