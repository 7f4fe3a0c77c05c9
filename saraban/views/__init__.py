"""Project → views: one module a kind of paper, and the table KINDS."""
