"""Mails to people: composed and sent by the worker, in the look and the receiver's language."""
