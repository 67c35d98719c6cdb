Accounts can be disabled, people can log out everywhere, wrong passwords are slowed down at every address, and the site tells strangers nothing.
