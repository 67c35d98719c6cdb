"""What an editor or reviewer has to do: waiting for approval, sent in, not finished."""
