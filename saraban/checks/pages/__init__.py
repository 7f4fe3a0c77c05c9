"""What a finished page must keep, measured on the finished file: a table of checks."""
