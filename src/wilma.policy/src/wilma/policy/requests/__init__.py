"""What every request has to pass, and how every error answers."""
