"""What the content and the pages must keep: a table of checks each."""
