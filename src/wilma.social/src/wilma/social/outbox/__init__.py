"""Jobs written in the transaction and done by the worker after commit."""
