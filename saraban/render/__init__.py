"""View and template to bytes: PDF and DOCX."""
