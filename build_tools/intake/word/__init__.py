"""Word files (and what LibreOffice or pdftotext make readable) into a ``Manuscript``."""
