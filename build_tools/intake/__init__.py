"""From paper to a report file: OCR text (and Word) read, structured, written, proved, doubted."""
