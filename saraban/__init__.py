"""Official Thai documents, as the rules of สารบรรณ ask for, from structured content."""
