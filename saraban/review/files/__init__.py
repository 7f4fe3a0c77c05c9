"""Papers read back from files, ours or anyone's: DOCX by its paragraphs, tables and styles, PDF by its lines."""
