"""The page of a review: one file that a reviewer opens in any browser, without a network."""
