"""Who is at the door: accounts, sessions, passwords, and the guard in front of every login."""
