"""A comparison as a Word file: the new layout with native tracked changes."""
