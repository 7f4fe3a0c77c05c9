"""What changed between two versions of the papers, and how a reviewer is shown it."""
